import { escapeHtml } from '../../platform/text/escape.ts'
import { formatDate } from '../../platform/text/format.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import type { CarriedItem, CarriedWorkspace } from './format.ts'

const words = texts({
  nb: { lead: (from: string, at: string) => `Hentet ut fra ${from} ${at}. Alt som står her, står også i arbeidsrom.json.`, contents: 'Innhold', organisations: 'Organisasjoner', members: 'Medlemmer', owners: 'Ansvarlig', partners: 'Deltar', links: 'Knyttet til', files: 'Filer', history: 'Historikk', when: 'Når', what: 'Hva', who: 'Hvem', about: 'Om', state: 'Status', latest: (n: number) => `De siste ${n}. Resten står i arbeidsrom.json.` },
  nn: { lead: (from: string, at: string) => `Henta ut frå ${from} ${at}. Alt som står her, står òg i arbeidsrom.json.`, contents: 'Innhald', organisations: 'Organisasjonar', members: 'Medlemmer', owners: 'Ansvarleg', partners: 'Deltek', links: 'Knytt til', files: 'Filer', history: 'Historikk', when: 'Når', what: 'Kva', who: 'Kven', about: 'Om', state: 'Status', latest: (n: number) => `Dei siste ${n}. Resten står i arbeidsrom.json.` },
  en: { lead: (from: string, at: string) => `Taken out of ${from} ${at}. All that stands here also stands in arbeidsrom.json.`, contents: 'Contents', organisations: 'Organisations', members: 'Members', owners: 'Responsible', partners: 'Takes part', links: 'Tied to', files: 'Files', history: 'History', when: 'When', what: 'What', who: 'Who', about: 'About', state: 'State', latest: (n: number) => `The latest ${n}. The rest is in arbeidsrom.json.` },
})

const shownEvents = 500

/** How kinds, fields, states and relations are called. */
export type Names = { kind(name: string): string; field(kind: string, name: string): string; state(kind: string, name: string): string; relation(name: string): string }

const safe = (text: unknown): string => escapeHtml(String(text))

/**
 * The whole workspace as one page that opens in any browser without a server: headings, lists and tables, no script. Everything that people
 * have written is text.
 */
export function readingPage(carried: CarriedWorkspace, names: Names): string {
  const lang: Lang = carried.workspace.language
  const w = words[lang]
  const title = safe(carried.workspace.title)
  const kinds = [...new Set(carried.items.map((item) => item.kind))]
  const organisation = new Map(carried.organisations.map((one) => [one.ref, one.name]))
  const person = new Map(carried.people.map((one) => [one.ref, one.name]))
  const item = new Map(carried.items.map((one) => [one.ref, one]))
  const file = new Map(carried.files.map((one) => [one.ref, one]))
  const tiesOf = new Map<string, CarriedWorkspace['links']>()
  for (const tie of carried.links) for (const end of [tie.from, tie.to]) (tiesOf.get(end) ?? tiesOf.set(end, []).get(end))?.push(tie)
  const value = (given: unknown): string => {
    const text = String(given)
    const found = file.get(text)
    if (found) return `<a href="${safe(found.path)}">${safe(found.name)}</a>`
    return safe(organisation.get(text) ?? person.get(text) ?? given).replaceAll('\n', '<br>')
  }
  const link = (ref: string) => `<a href="#${safe(ref)}">${safe(item.get(ref)?.title ?? ref)}</a>`
  const row = (label: string, content: string) => (content === '' ? '' : `<dt>${safe(label)}</dt><dd>${content}</dd>`)
  const list = (refs: readonly string[]) => refs.map((ref) => safe(organisation.get(ref) ?? ref)).join(', ')
  const section = (one: CarriedItem): string => {
    const ties = tiesOf.get(one.ref) ?? []
    return `<article id="${one.ref}"${one.language === lang ? '' : ` lang="${one.language}"`}><h3>${one.code ? `${safe(one.code)} ` : ''}${safe(one.title)}</h3><dl>${[
      one.state ? row(w.state, safe(names.state(one.kind, one.state))) : '',
      ...Object.entries(one.fields).map(([name, given]) => (given === null || given === '' || given === false ? '' : row(names.field(one.kind, name), value(given)))),
      row(w.owners, list(one.owners)), row(w.partners, list(one.partners)),
      ...Object.entries(one.rows).map(([name, rows]) => (rows.length === 0 ? '' : row(names.field(one.kind, name), `<ul>${rows.map((each) => `<li>${Object.values(each).filter((given) => given !== null).map(value).join(' · ')}</li>`).join('')}</ul>`))),
      ties.length === 0 ? '' : row(w.links, `<ul>${ties.map((tie) => `<li>${safe(names.relation(tie.relation))}: ${link(tie.from === one.ref ? tie.to : tie.from)}</li>`).join('')}</ul>`),
    ].join('')}</dl></article>`
  }
  const events = carried.history.slice(-shownEvents).toReversed()
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1f2a;background:#fff;overflow-wrap:anywhere}a{color:#8f1d31}article{border-top:1px solid #c9c9c9}dt{font-weight:600}dd{margin:0 0 .5rem}table{border-collapse:collapse}td,th{border:1px solid #c9c9c9;padding:.25rem .5rem;text-align:left;vertical-align:top}div.wide{overflow-x:auto}@media(prefers-color-scheme:dark){body{color:#eee;background:#16181f}a{color:#ff9fae}}</style></head>
<body><main><h1>${title}</h1><p>${safe(w.lead(carried.made.from, formatDate(carried.made.at.slice(0, 10), lang)))}</p>
<nav aria-label="${safe(w.contents)}"><ul>${kinds.map((kind) => `<li><a href="#k-${safe(kind)}">${safe(names.kind(kind))}</a></li>`).join('')}<li><a href="#organisations">${safe(w.organisations)}</a></li><li><a href="#members">${safe(w.members)}</a></li><li><a href="#history">${safe(w.history)}</a></li></ul></nav>
${kinds.map((kind) => `<section><h2 id="k-${safe(kind)}">${safe(names.kind(kind))}</h2>${carried.items.filter((one) => one.kind === kind).map(section).join('')}</section>`).join('\n')}
<section><h2 id="organisations">${safe(w.organisations)}</h2><ul>${carried.organisations.map((one) => `<li>${safe(one.name)}${one.orgnr ? ` (${one.orgnr})` : ''}</li>`).join('')}</ul></section>
<section><h2 id="members">${safe(w.members)}</h2><ul>${carried.members.map((one) => `<li>${safe(person.get(one.person) ?? '')}${one.organisation ? `, ${safe(organisation.get(one.organisation) ?? '')}` : ''}</li>`).join('')}</ul></section>
<section><h2 id="history">${safe(w.history)}</h2>${carried.history.length > shownEvents ? `<p>${safe(w.latest(shownEvents))}</p>` : ''}<div class="wide" tabindex="0" role="region" aria-label="${safe(w.history)}"><table><thead><tr><th scope="col">${safe(w.when)}</th><th scope="col">${safe(w.what)}</th><th scope="col">${safe(w.about)}</th><th scope="col">${safe(w.who)}</th></tr></thead><tbody>${events.map((one) => `<tr><td>${safe(one.at)}</td><td>${safe(one.what)}</td><td>${safe(one.item ?? '')}</td><td>${safe([one.who, one.actingFor].filter((each) => each !== null).join(', '))}</td></tr>`).join('')}</tbody></table></div></section>
</main></body></html>
`
}
