import { numbersFrom } from '../../tests/support/numbers.ts'

const firsts = 'barnehage skole kommune region fylke nærings ungdoms bolig miljø kultur kompetanse folkehelse samfunns arbeids landbruks reiselivs klima energi vei kollektiv helse omsorgs bibliotek idretts frivillig sentrums bygde kyst skog fjell industri teknologi innovasjons forsknings høgskole fagskole lærlinge flyktninge integrerings inkluderings'.split(' ')
const lasts = 'plass plan utvikling tilbud tjeneste arbeid nettverk område tiltak senter møte satsing prosjekt strategi analyse avtale program råd forum samling kartlegging tilskudd rekruttering opplæring formidling veiledning'.split(' ')
const small = 'og i for med til av på som er det vi skal kan flere unge gode nye felles sammen bedre større lokale ansatte innbyggere kommunene fylket regionen'.split(' ')
const endings = ['', '', 'en', 'er', 'ene']

/** Norwegian texts of so many words, as uneven as words are: the first are many times as common as the last. */
export function writer(seed: number): (words: number) => string {
  const random = numbersFrom(seed)
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)] ?? ''
  const word = () => (random() < 0.45 ? pick(small) : pick(firsts) + pick(lasts) + pick(endings))
  return (words) => {
    let text = word()
    for (let i = 1; i < words; i++) text += ` ${word()}`
    return text
  }
}
