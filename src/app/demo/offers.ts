import type { OfferContent } from '../../modules/actors/index.ts'
import type { Calendar } from './calendar.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'

/** Something that an organisation can contribute: who wrote it, how many days ago, and in which workspace when it was written on its behalf. */
export type DemoOffer = Pick<OfferContent, 'kind' | 'text' | 'audience'> & {
  of: OrganisationKey; by: PersonKey; day: number; onBehalf?: true; language?: 'nn'; contact?: PersonKey; startsOn?: string; endsOn?: string
}

const own = (of: OrganisationKey, by: PersonKey, day: number, kind: DemoOffer['kind'], audience: DemoOffer['audience'], text: string, more: Partial<DemoOffer> = {}): DemoOffer => ({ of, by, day, kind, audience, text, ...more })
const behalf = (of: OrganisationKey, day: number, kind: DemoOffer['kind'], text: string): DemoOffer => ({ of, by: 'sekretariat', day, kind, audience: 'partners', text, onBehalf: true })

/** What the organisations of the example say that they can contribute. Some have written themselves; for others the secretariat has. */
export const offers = (t: Calendar): readonly DemoOffer[] => [
  own('fylket', 'sekretariat', 140, 'money', 'public', 'Tilskudd til forprosjekter som flere kommuner går sammen om, inntil 200 000 kroner til hver. Søknadsfristene er 1. mars og 1. oktober.', { contact: 'sekretariat' }),
  own('fylket', 'sekretariat', 140, 'competence', 'public', 'Vi lager statistikk og framskrivinger for én kommune eller en region, og kommer gjerne og legger dem fram.', { contact: 'sekretariat' }),
  own('fylket', 'leder', 60, 'people', 'partners', 'En rådgiver kan lede arbeidsmøter for partnerne, høyst to dager i måneden.', { startsOn: t.start(-2), endsOn: t.end(9) }),
  own('lia', 'partner', 90, 'premises', 'public', 'Kulturhuset har et møterom til 40 personer. Partnerne får bruke det gratis på dagtid.', { contact: 'partner' }),
  own('lia', 'partner', 90, 'people', 'partners', 'To lærere fra voksenopplæringen kan veilede andre kommuner om norskopplæring på arbeidsplassen.'),
  own('vassoy', 'vassoy', 75, 'premises', 'public', 'Kontorplasser for folk som pendler, med ferjekai i nærheten.'),
  own('naeringsforeningen', 'naering', 110, 'people', 'public', 'Medlemsbedrifter stiller som mentorer for nyutdannede, seks til åtte om gangen.', { contact: 'naering' }),
  own('naeringsforeningen', 'naering', 30, 'competence', 'partners', 'Vi ringer rundt til 50 bedrifter på en uke når partnerskapet trenger et raskt svar.'),
  own('hogskolen', 'forsker', 120, 'competence', 'public', 'Forskere kan følge et tiltak fra starten og skrive hva andre kan lære av det.', { contact: 'forsker' }),
  own('hogskolen', 'forsker', 120, 'people', 'public', 'Studenter i siste år kan skrive oppgaver om spørsmål som en kommune eller en bedrift har. Meld inn temaet før 1. september.', { contact: 'forsker' }),
  behalf('hogskolen', 45, 'premises', 'Et laboratorium som bedriftene i industriklyngen kan leie i semesterferiene. Avklart med campusledelsen på telefon.'),
  behalf('elvestad', 45, 'people', 'En næringsrådgiver som kan følge opp bedrifter i nabokommunene én dag i uka.'),
  behalf('gronnvik', 45, 'premises', 'En tomt med vann og strøm til et felles testanlegg.'),
  behalf('storelv', 44, 'competence', 'Erfaring med å flytte offentlige innkjøp til lokale bedrifter, med maler som andre kan bruke.'),
  behalf('fagskolen', 44, 'competence', 'Korte kurs i automasjon, laget sammen med bedriftene som skal bruke dem.'),
  behalf('klyngen', 44, 'people', 'Ingeniører som stiller på skolebesøk hver høst.'),
  behalf('naeringshagen', 43, 'competence', 'Veiledning for gründere det første året.'),
  behalf('arbeidskontoret', 43, 'money', 'Tilskudd til opplæring for folk som står utenfor arbeid.'),
  behalf('naeringskontoret', 43, 'competence', 'Råd om hvilke ordninger en bedrift kan søke på.'),
  behalf('frivilligheten', 43, 'people', 'Frivillige som hjelper til på åpne møter og når folk skal svare på undersøkelser.'),
  own('fjellbygda', 'prosessleder', 20, 'premises', 'public', 'Gamlebanken kan lånast av lag og grupper to kveldar i veka.', { language: 'nn', contact: 'prosessleder' }),
]
