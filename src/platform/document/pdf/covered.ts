/**
 * The characters that the fonts of the compiler have: Libertinus Serif (regular, semibold and bold, the SIL Open Font Licence) and DejaVu Sans Mono (its own free licence).
 * Ranges of code points in base 36, read from the fonts' own tables. PDF/UA and PDF/A refuse a text with a character that no font has, and the fonts of
 * the machine are not asked: the same document is the same file wherever it is made.
 */
const ranges = `
w-3i 4g-g1 g3-g5 g7 g9 gc-gd gg-kp ks-ku kz lc-n3 n6-n7 nl nr-o3 ok-on oq-ov p0-p6 p8 pa-pt pv-r2 r4-rl s0-v3 v6-v7 vk-vr wg-xw
xz-y4 y7-zd 100-101 10a-10d 10x-11y 121-127 129-13b 13d-13e 14g-14z 152 15c-162 168-16c 16u-16v 16x-16y 170 179 17f 17j 17l-18a
18g-191 196 19c-19p 19w 1a1-1a3 1a6-1a8 1ab-1ac 1ae-1af 1ap 1aw 1b8 1bd 1bj 1by 1cc 1dc-1dl 2tb 2v5-2v6 2v8 2vb-2vc 2ve 2vh
2vo-2vr 2vt-2vz 2w1-2w3 2w5 2w7 2wa-2wb 2wd-2wp 2wr-2ws 2x4-2x9 3bk-3cs 5qa 5qg-5qh 5qs 5qu-5qv 5r1-5r3 5rg-5ri 5rk-5rw 5ry-5sr
5sy-5t1 5tj-5tk 5tn 5tx 5uj-5vb 5vd-5vj 5xc-61n 61q-649 64g-651 654-659 65c-66d 66g-66l 66o-66v 66x 66z 671 673-67x 680-69g
69i-69w 69y-6ab 6ae-6aj 6al-6b3 6b6-6b8 6ba-6bi 6bk-6cn 6cv-6d3 6d5-6db 6de 6dg-6dn 6dr 6e7 6eo-6ep 6es-6fi 6fk-6fw 6g0-6gl
6go-6gq 6gt 6gv 6io-6ir 6it-6iu 6ix 6j0-6j3 6j5 6j7 6j9-6jb 6jd-6je 6jg-6jh 6jk 6jm 6jo 6jq-6jr 6ju-6jv 6jy 6k5-6k9 6ko 6kw-6kx
6kz-6mc 6mh 6mo-6qo 6qr-6r1 6r8-6rh 6rl-6sr 6st-6tn 6tp-6ud 6uq-6ut 6uw 6v6-6va 6vh-6vl 6vu-6w9 6wf 6ww-6x2 6x4-6xh 6xk-6xl
6xo-6xt 6xx-6y3 6yd-70a 70d 70g-70j 70o-70r 711 717-71q 72m-72n 72r 74z 7b4-7jj 7js-7m3 7m8-7mk 7mo-7ms 7n4-7n5 7pd-7pg 7pi-7pl
7po-7qf 7qh-7rf 7rh 7rj-7rm 7rq 7rs-7ry 7s1-7sl 7tg 7tk-7u7 7u9-7um 7uq 7ut-7uu 7vg 7vk 7vq-7vv 7w5-7w7 87b-87c 87r-87s 8a3
8ai-8aj 8ao 8bz 8dm-8dn 8hx-8i5 8ia-8ii 8rk-8s0 8s4-8s7 8s9-8sa 8sc-8sf 93s 93z 942-945 94e wzs-x06 x0b-x0n x3d-x3i x3k-x3l x4a
x6g-x6h 19tt-19tv 1cqt 1dkx-1dky 1dm1-1dme 1dmg-1dmk 1dmm 1dmo-1dmp 1dmr-1dms 1dmu-1dn2 1dn6-1doh 1doq-1dp1 1dpa-1dpb 1dpm-1dpp
1drc-1drd 1drw-1drz 1e9c-1e9g 1e9i-1ed8 1edb 1ek9-1ekd 2juu-2juv 2kpm`

/** Pairs of first and last, sorted. */
const pairs = ranges.trim().split(/\s+/).map((one) => one.split('-').map((end) => Number.parseInt(end, 36))).map(([first = 0, last = first]) => [first, last] as const)

/** Whether there is a letter for this code point. */
export function isCovered(code: number): boolean {
  let [low, high] = [0, pairs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = pairs[middle] as readonly [number, number]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}
