import type { Child } from 'hono/jsx'
import type { Lang } from '../platform/text/texts.ts'
import {
  Alert, Button, ButtonLink, Card, Cards, Checkbox, CheckboxGroup, Combobox, DataTable, DateInput, Details, Document, EmptyState, ErrorSummary, Facts, FileInput,
  Filters, Flash, Form, FormActions, Heading, Lead, NumberInput, Progress, Prose, RadioGroup, Select, Sparkline, State, StepProgress, Tabs, Tag, TaskList, TextArea,
  TextInput, TileMap, TrendChart, VersionConflict, type Column, type FormState, type StateKind,
} from './index.ts'

/**
 * Every component in many states, for the tests (axe, no inline style, hostile text) and for looking at.
 * `word` stands wherever people write: give it a long word, or a hostile one.
 */
export type Sample = { lang: Lang; word: string }
export type Room = 'overview' | 'form' | 'table' | 'empty' | 'answer'
export const rooms: readonly Room[] = ['overview', 'form', 'table', 'empty', 'answer']

const kinds: readonly StateKind[] = ['holds', 'watch', 'loose', 'notUsed', 'neutral', 'not_started', 'in_progress', 'delayed', 'completed', 'cancelled']
const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']

type Measure = { number: string; title: string; owner: string; state: StateKind; cost: number }
const measures = (word: string): readonly Measure[] => [
  { number: '1.1', title: 'Felles kompetanseplan for industrien', owner: 'Eksempelfylket fylkeskommune', state: 'in_progress', cost: 1_250_000 },
  { number: '1.2', title: word, owner: word, state: 'delayed', cost: 480_000 },
  { number: '2.1', title: 'Møteplass for gründere', owner: 'Eksempel næringshage', state: 'completed', cost: 95_000 },
  { number: '2.2', title: 'Kartlegging av ledige næringsareal', owner: '', state: 'not_started', cost: 0 },
]

const columns = (lang: Lang): readonly Column<Measure>[] => [
  { key: 'nr', header: 'Nr.', cell: row => row.number, sortable: true },
  { key: 'tiltak', header: 'Tiltak', cell: row => <a href="#tiltak">{row.title}</a>, sortable: true, rowHeader: true },
  { key: 'eier', header: 'Eier', cell: row => row.owner || <State lang={lang} kind="loose">Uten eier</State> },
  { key: 'status', header: 'Status', cell: row => <State lang={lang} kind={row.state} /> },
  { key: 'kostnad', header: 'Kroner', cell: row => new Intl.NumberFormat('nb-NO').format(row.cost), align: 'number', sortable: true },
]

const Overview = ({ lang, word }: Sample) => (
  <>
    <Heading level={1}>Partnerskap for næring og kunnskap</Heading>
    <Lead>Tre tråder er løse denne uka. De andre henger sammen fra kunnskap til effekt.</Lead>
    <Heading level={2}>Hva nå?</Heading>
    <TaskList
      lang={lang}
      tasks={[
        { title: 'Fire tiltak mangler eier', href: '#a', hint: 'Uten eier er det ingen som kan svare på status.', state: 'loose', action: <ButtonLink href="#a" small>Gå til</ButtonLink> },
        { title: 'To partnere har ikke svart', href: '#b', state: 'watch', stateText: 'Frist fredag', action: <Button small>Send påminnelse</Button> },
        { title: word, hint: word, state: 'completed' },
      ]}
    />
    <Heading level={2}>Status</Heading>
    <ul>
      {kinds.map(kind => (
        <li>
          <State lang={lang} kind={kind} />
        </li>
      ))}
    </ul>
    <p>
      <Tag>Eksempel</Tag> <Tag colour="success">Vedtatt</Tag> <Tag colour="warning">Utkast</Tag> <Tag colour="accent">Ny</Tag>
    </p>
    <Progress lang={lang} label="Tiltak med eier" value={41} max={45} />
    <Progress lang={lang} label="Svar" value={0} max={12} />
    <p>
      Løse tråder siste halvår: 14 <Sparkline values={[22, 25, 19, 18, 16, 14]} label="Fra 22 i juni til 14 i november" />
    </p>
    <TileMap
      lang={lang}
      id="ruter"
      title="Kommuner i partnerskapet"
      description="To kommuner er med, av fire."
      legend={{ main: 'Vertskommunen', marked: 'Med i partnerskapet' }}
      tiles={[
        { id: 'a', x: 0, y: 0, label: 'Elvestad', href: '#elvestad', state: 'main' },
        { id: 'b', x: 1, y: 0, label: word, note: word, href: '#lia', state: 'marked' },
        { id: 'c', x: 0, y: 1, label: 'Grønnvik' },
        { id: 'd', x: 1, y: 2, label: 'Storelv', href: '#storelv' },
      ]}
    />
    <TrendChart
      lang={lang}
      id="unge"
      title="Unge i arbeid"
      description="Andelen unge i arbeid har økt fra 61 prosent i 2019 til 68 prosent i 2026. Målet er 72."
      unit="prosent av 20–29 år"
      source="Oppdiktet eksempel"
      series={[
        { name: 'Eksempelfylket', main: true, points: years.map((label, i) => ({ label, value: [61, 59, null, 63, 64.5, 66, 67, 68][i] ?? null })) },
        { name: 'Landet', points: years.map((label, i) => ({ label, value: 64 + i * 0.4 })) },
      ]}
    />
    <Heading level={2}>Publisert</Heading>
    <Cards>
      <Card href="#1" title="Slik fant vi fram til tre satsinger" meta="Erfaring · 14. mai 2026">
        <p>Ni innsatsområder ble tre da partene så hvem som faktisk la noe inn.</p>
      </Card>
      <Card href="#2" title={word} meta={word} />
    </Cards>
    <Heading level={3}>Fakta</Heading>
    <Facts facts={[{ term: 'Eier', value: 'Eksempelfylket fylkeskommune' }, { term: 'Periode', value: '2024–2027' }, { term: word, value: word }]} />
    <Details summary="Hvorfor det teller">
      <p>En plan med for mange tiltak blir sjelden fulgt opp.</p>
    </Details>
    <Prose text={`${word}\n\nFørste linje\nandre linje med https://www.ssb.no/kommunefakta (se der).\n\n- ett\n- to`} />
  </>
)

const state = (word: string): FormState => ({
  values: { title: word, text: `${word}\n\nmer`, amount: '12 kr', when: '2026-02-31', kind: 'b', who: ['x'], partner: word, 'partner.id': word },
  errors: { title: 'Skriv en tittel på høyst 120 tegn.', amount: 'Skriv et tall, for eksempel 480 000.', kind: 'Velg én.', who: 'Velg minst to.', file: 'Filen er for stor. Den kan være på høyst 20 MB.' },
})

const choices = [
  { value: 'a', label: 'Henger sammen med målet', hint: 'Vi ser hvordan.' },
  { value: 'b', label: 'Usikkert' },
  { value: 'c', label: 'Annet' },
]

const Fields = ({ lang, word }: Sample) => {
  const at = { lang, state: state(word) }
  return (
    <>
      <Heading level={1}>Nytt tiltak</Heading>
      <Lead>Et tiltak sier hva dere skal gjøre, hvem som eier det og når det skal være ferdig.</Lead>
      <StepProgress lang={lang} steps={[{ title: 'Fil', href: '#1' }, { title: 'Kolonner', href: '#2' }, { title: 'Kontroll' }, { title: 'Ferdig' }]} current={2} />
      <ErrorSummary {...at} labels={{ amount: 'Kostnad' }} />
      <Form guard action="#" submissionKey="01h" version={3} hidden={{ kilde: word }} files>
        <TextInput {...at} name="title" label="Tittel" hint="Begynn med et verb: «Lag», «Utred», «Prøv ut»." />
        <TextArea {...at} name="text" label="Hva skal gjøres?" optional />
        <NumberInput {...at} name="amount" label="Kostnad" unit="kroner" />
        <DateInput {...at} name="when" label="Frist" optional />
        <Select {...at} name="area" label="Innsatsområde" options={[{ label: 'Mål 1', options: choices }, { value: 'd', label: word }]} />
        <RadioGroup {...at} name="kind" label="Hvor sikkert er det?" options={choices} />
        <CheckboxGroup {...at} name="who" label="Hvem er med?" hint="Velg minst to." options={[...choices, { value: 'x', label: word }]} />
        <Checkbox {...at} name="public" label="Vis tiltaket for alle" hint="Det kan endres senere." />
        <Combobox {...at} name="partner" label="Ansvarlig partner" hint="Begynn å skrive navnet." options={[{ value: '1', label: 'Eksempel kommune' }, { value: '2', label: word }]} />
        <FileInput {...at} name="file" label="Regneark" accept=".xlsx,.csv" kept={{ name: word, token: 'abc' }} />
        <FormActions>
          <Button variant="primary">Lagre tiltaket</Button>
          <ButtonLink href="#" variant="quiet">Avbryt</ButtonLink>
        </FormActions>
      </Form>
      <Heading level={2}>To versjoner</Heading>
      <VersionConflict
        lang={lang}
        action="#"
        back="#"
        version={4}
        who="Sekretariatet"
        when="i dag kl. 14.02"
        fields={[
          { name: 'v-title', label: 'Tittel', mine: word, theirs: 'Felles kompetanseplan' },
          { name: 'v-owners', label: 'Eiere', mine: ['1', '2'], theirs: [] },
          { name: 'v-same', label: 'Frist', mine: '2026-06-01', theirs: '2026-06-01' },
        ]}
      />
    </>
  )
}

const Rows = ({ lang, word }: Sample) => {
  const query = new URLSearchParams({ status: 'alle', sorter: '-kostnad', side: '3', q: word })
  return (
    <>
      <Heading level={1}>Tiltak</Heading>
      <Alert title="Ni innsatsområder er mange" colour="warning">
        <p>Dere har sagt høyst fem. Planer med få satsinger blir fulgt opp.</p>
      </Alert>
      <DataTable
        lang={lang}
        caption="Tiltak i planen 2024–2027"
        columns={columns(lang)}
        rows={measures(word)}
        path="/tiltak"
        query={query}
        sort={{ key: 'kostnad', direction: 'down' }}
        paging={{ page: 3, pageSize: 4, total: 45 }}
        footer={{ tiltak: 'Sum', kostnad: '1 825 000' }}
        filters={
          <Filters lang={lang} path="/tiltak" query={query} active>
            <TextInput lang={lang} state={{ values: { q: word }, errors: {} }} name="q" label="Søk i tiltak" type="search" />
            <Select lang={lang} state={{ values: {}, errors: {} }} name="status" label="Status" blank="Alle" options={choices} />
          </Filters>
        }
      />
      <DataTable lang={lang} caption="Tom tabell" columns={columns(lang)} rows={[]} />
      <Flash text={word} undo={{ action: '#', label: 'Angre', fields: { id: word } }} />
      <Alert colour="danger" title={word}>
        <p>{word}</p>
      </Alert>
      <Alert>
        <p>Saken blir offentlig når møtet er ferdig.</p>
      </Alert>
    </>
  )
}

const Empty = ({ word }: Sample) => (
  <>
    <Heading level={1}>Tomme rom</Heading>
    <EmptyState picture="holds" title="Ingen løse tråder igjen">
      <p>Alt dere har tatt i bruk, henger sammen. Godt arbeid. Neste kontroll er når noe endres.</p>
    </EmptyState>
    <EmptyState
      picture="start"
      title="Ingen mål ennå"
      actions={
        <>
          <ButtonLink href="#" variant="primary">
            Skriv det første målet
          </ButtonLink>
          <ButtonLink href="#" variant="quiet">
            Hent inn planen fra et regneark
          </ButtonLink>
        </>
      }
    >
      <p>Et mål sier hva som skal være annerledes, ikke hva dere skal gjøre.</p>
    </EmptyState>
    <EmptyState picture="notFound" title="Fant ikke det du lette etter">
      <p>Ingenting passer til «{word}». Prøv færre ord.</p>
    </EmptyState>
  </>
)

const Answer = ({ lang, word }: Sample) => (
  <>
    <Heading level={1}>Hvordan går det med tiltaket?</Heading>
    <Lead>Sekretariatet spør om «{word}», fordi styret møtes tirsdag.</Lead>
    <Form action="#">
      <RadioGroup lang={lang} state={{ values: {}, errors: {} }} name="status" label="Status" options={choices} />
      <TextArea lang={lang} state={{ values: {}, errors: {} }} name="note" label="Noe styret bør vite?" optional />
      <FormActions>
        <Button variant="primary">Send svaret</Button>
      </FormActions>
    </Form>
  </>
)

const bodies: Record<Room, (sample: Sample) => Child> = { overview: Overview, form: Fields, table: Rows, empty: Empty, answer: Answer }

const tabs = [
  { href: '#', text: 'Oversikt' },
  { href: '#plan', text: 'Plan', current: true },
  { href: '#traden', text: 'Tråden' },
  { href: '#partnere', text: 'Partnere' },
  { href: '#arenaer', text: 'Arenaer' },
]

/** One page of the gallery. */
export const Gallery = ({ room, ...sample }: Sample & { room: Room }) => {
  const Body = bodies[room]
  const bare = room === 'answer'
  return (
    <Document
      lang={sample.lang}
      title={sample.word}
      path={`/galleri?ord=${encodeURIComponent(sample.word)}`}
      search={sample.word}
      visitor={room === 'empty' ? null : { name: sample.word }}
      demo
      chrome={bare ? 'bare' : 'full'}
      width={bare ? 'text' : 'wide'}
      place={bare ? undefined : <a href="#">Partnerskap for næring og kunnskap i Eksempelfylket</a>}
      menu={bare ? undefined : <Tabs lang={sample.lang} label="Arbeidsrom" tabs={tabs} more={[{ href: '#r', text: 'Rapporter' }, { href: '#i', text: sample.word }]} />}
      crumbs={bare ? undefined : [{ text: 'Forsiden', href: '/' }, { text: sample.word, href: '#' }, { text: 'Her' }]}
      flash={room === 'overview' ? { text: 'Tiltaket er lagret.', undo: { action: '#', label: 'Angre' } } : undefined}
      failed={room === 'form'}
    >
      {Body(sample)}
    </Document>
  )
}
