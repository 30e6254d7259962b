import type { Reader } from '../../platform/db/database.ts'
import { openItems, openLinks, type OpenRow, openRegister, openSuccessions } from './open-data.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Text } from '../../platform/text/texts.ts'
import { workspacePath } from '../../modules/workspaces/index.ts'

/** A data set that everybody may use: what it is, its columns, and its rows, one at a time. */
export type DataSet = {
  /** Its name in addresses. */
  name: string
  title: Text
  about: Text
  /** Of the European list of themes. */
  theme: 'REGI' | 'GOVE'
  columns: Readonly<Record<string, Text>>
  rows(db: Reader, at: { catalogue: Catalogue; baseUrl: string }): AsyncIterable<OpenRow>
}

async function* mapped<R>(rows: AsyncIterable<R>, to: (row: R) => OpenRow): AsyncGenerator<OpenRow> {
  for await (const row of rows) yield to(row)
}

const text = (nb: string, nn: string, en: string): Text => ({ nb, nn, en })
const number = text('nummer', 'nummer', 'number')
const workspace = text('arbeidsrom', 'arbeidsrom', 'workspace')

export const dataSets: readonly DataSet[] = [
  {
    name: 'planer', theme: 'REGI', title: text('Planer, tiltak og erfaringer', 'Planar, tiltak og erfaringar', 'Plans, measures and experiences'),
    about: text('Alt som er merket «Alle, også uten innlogging» i åpne arbeidsrom: funn, utfordringer, mål, tiltak, resultater og lærdommer.', 'Alt som er merkt «Alle, òg utan innlogging» i opne arbeidsrom: funn, utfordringar, mål, tiltak, resultat og lærdomar.', 'Everything marked “Everybody, also without logging in” in open workspaces: findings, challenges, goals, measures, results and lessons.'),
    columns: {
      workspace, workspaceTitle: text('arbeidsrommets navn', 'namnet på arbeidsrommet', 'title of the workspace'), example: text('om det er et eksempel', 'om det er eit døme', 'whether it is an example'), kind: text('slag', 'slag', 'kind'), number,
      code: text('planens eget nummer', 'planen sitt eige nummer', 'the plan’s own number'), title: text('tittel', 'tittel', 'title'), state: text('status', 'status', 'status'), language: text('språk', 'språk', 'language'), owners: text('eiere', 'eigarar', 'owners'), changedAt: text('sist endret', 'sist endra', 'last changed'), page: text('side', 'side', 'page'),
    },
    rows: (db, { catalogue, baseUrl }) => mapped(openItems(db), (row) => ({
      workspace: row.slug, workspaceTitle: row.workspace, example: row.example, kind: row.kind, number: row.number, code: row.code, title: row.title, state: row.state, language: row.language, owners: row.owners, changedAt: row.changed.toString(),
      page: `${baseUrl}${workspacePath(row, `${catalogue.kinds.get(row.kind)?.segment ?? ''}/${row.number}`)}`,
    })),
  },
  {
    name: 'koblinger', theme: 'REGI', title: text('Hvordan det henger sammen', 'Korleis det heng saman', 'How it hangs together'),
    about: text('Koblingene mellom det som står i «Planer, tiltak og erfaringer». Nummeret er det samme i begge.', 'Koplingane mellom det som står i «Planar, tiltak og erfaringar». Nummeret er det same i begge.', 'The links between what stands in “Plans, measures and experiences”. The number is the same in both.'),
    columns: { workspace, fromKind: text('fra slag', 'frå slag', 'from kind'), fromNumber: text('fra nummer', 'frå nummer', 'from number'), relation: text('hvordan', 'korleis', 'how'), toKind: text('til slag', 'til slag', 'to kind'), toNumber: text('til nummer', 'til nummer', 'to number') },
    rows: (db) => mapped(openLinks(db), (row) => ({ workspace: row.slug, fromKind: row.from_kind, fromNumber: row.from_number, relation: row.relation, toKind: row.to_kind, toNumber: row.to_number })),
  },
  {
    name: 'kommuner-og-fylker', theme: 'GOVE', title: text('Kommuner og fylkeskommuner', 'Kommunar og fylkeskommunar', 'Municipalities and counties'),
    about: text('Alle i dag, og de som var. Kilder: SSB (Klass og folketall) og Kartverket.', 'Alle i dag, og dei som var. Kjelder: SSB (Klass og folketal) og Kartverket.', 'All of today, and those that were. Sources: Statistics Norway (Klass and population) and the Norwegian Mapping Authority.'),
    columns: { number, name: text('navn', 'namn', 'name'), kind: text('slag', 'slag', 'kind'), validFrom: text('fra og med', 'frå og med', 'from'), validTo: text('til og med', 'til og med', 'through'), county: text('fylkesnummer', 'fylkesnummer', 'county number'), population: text('folketall', 'folketal', 'population'), populationYear: text('1. januar i år', '1. januar i år', '1 January of the year') },
    rows: (db) => mapped(openRegister(db), (row) => ({ number: row.number, name: row.name, kind: row.kind, validFrom: row.from, validTo: row.to, county: row.county, population: row.people, populationYear: row.people_year })),
  },
  {
    name: 'sammenslainger', theme: 'GOVE', title: text('Kommuner som er slått sammen eller delt', 'Kommunar som er slått saman eller delte', 'Municipalities that have merged or split'),
    about: text('Hvem som kom etter hvem, og når. Med denne kan dere føre tall over kommunereformen.', 'Kven som kom etter kven, og når. Med denne kan de føre tal over kommunereforma.', 'Who followed whom, and when. With this you can carry figures across the reform of municipalities.'),
    columns: { on: text('dato', 'dato', 'date'), how: text('hvordan', 'korleis', 'how'), fromNumber: text('fra nummer', 'frå nummer', 'from number'), fromName: text('fra', 'frå', 'from'), toNumber: text('til nummer', 'til nummer', 'to number'), toName: text('til', 'til', 'to') },
    rows: (db) => mapped(openSuccessions(db), (row) => ({ on: row.on, how: row.how, fromNumber: row.from_number, fromName: row.from_name, toNumber: row.to_number, toName: row.to_name })),
  },
]
