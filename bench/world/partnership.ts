import pg from 'pg'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startSession } from '../../src/platform/session/session.ts'
import type { World } from './world.ts'

/** How much there is in the one partnership that is measured. */
export const partnership = { slug: 'partnerskapet', organisations: 60, arenas: 12, meetings: 600, matters: 6_000, followUps: 20_000, people: 20_000 } as const

const uuid = (family: number, n: string) => `('01900000-0000-7000-8${String(family).padStart(3, '0')}-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const workspace = uuid(1, '1')
const of = (family: number) => (n: string) => uuid(family, n)
const [person, arena, meeting, matter, followUp, answer, statement] = [of(2), of(3), of(4), of(5), of(6), of(7), of(8)] as const

const item = (kind: string, id: string, first: number, count: number, title: string, state: string) => `
  insert into item (id, kind, workspace_id, number, title, audience, state, place, created_at, changed_at)
  select ${id}, '${kind}', ${workspace}, ${first} + i, ${title}, 'workspace', ${state}, ${first} + i, timestamptz '2024-01-01' + make_interval(hours => i % 20000), timestamptz '2024-01-01' + make_interval(hours => i % 20000)
  from generate_series(1, ${count}) i`

const { organisations, arenas, meetings, matters, followUps, people, slug } = partnership
const organisation = (n: string) => `(select id from bench_organisation where n = ${n} % ${organisations})`

/** One statement for each table; days lie around today, so that something is due and something late. */
const statements = [
  `insert into workspace (id, slug, title, kind, template, language, parts_in_use, public, next_number) values (${workspace}, '${slug}', 'Partnerskapet', 'partnership', 'partnership', 'nb', '{}', false, 100000)`,
  `create table bench_organisation as select id, row_number() over (order by id) - 1 as n from organisation where valid_to is null order by id limit ${organisations}`,
  `insert into party (workspace_id, organisation_id) select ${workspace}, id from bench_organisation`,
  `insert into person (id, name, language) select ${person('i')}, 'Representant ' || i, 'nb' from generate_series(0, ${people}) i`,
  `insert into identity (provider, subject, person_id) select 'email', 'p' || i || '@partnerskapet.example', ${person('i')} from generate_series(0, ${people}) i`,
  `insert into membership (id, workspace_id, person_id, role, organisation_id, valid_from) select ${uuid(9, 'i')}, ${workspace}, ${person('i')}, case when i = 0 then 'secretariat' else 'partner' end, ${organisation('i')}, '2024-01-01' from generate_series(0, ${people}) i`,
  item('arena', arena('i'), 0, arenas, "'Arena ' || i", "'active'"),
  `insert into arena (id, level, meets_every_days) select ${arena('i')}, (array['political', 'administrative', 'professional', 'open'])[1 + i % 4], 60 from generate_series(1, ${arenas}) i`,
  item('meeting', meeting('i'), arenas, meetings, "'Møte ' || i", `case when i <= ${meetings - arenas} then 'approved' else 'planned' end`),
  `insert into meeting (id, held_on, starts_at, ends_at) select ${meeting('i')}, current_date + (i - ${meetings - arenas}) * 2, '09:00', '11:00' from generate_series(1, ${meetings}) i`,
  `insert into link (id, workspace_id, relation, from_id, from_kind, to_id, to_kind, created_at) select ${uuid(10, 'i')}, ${workspace}, 'held_in', ${meeting('i')}, 'meeting', ${arena(`1 + i % ${arenas}`)}, 'arena', '2024-01-01' from generate_series(1, ${meetings}) i`,
  item('matter', matter('i'), arenas + meetings, matters, "'Sak ' || i || ' om felles kompetanse'", `case i % 4 when 0 then 'raised' when 1 then 'decided' when 2 then 'forwarded' else 'closed' end`),
  `insert into matter (id, raised_on) select ${matter('i')}, current_date - 30 - i % 900 from generate_series(1, ${matters}) i`,
  `insert into matter_step (id, item_id, place, what, arena_id, from_arena_id, meeting_id, happened_on, taken_at)
   select ${uuid(11, 'i * 4 + s')}, ${matter('i')}, s, (array['raised', 'forwarded', 'handled'])[s + 1], ${arena(`1 + (i + least(s, 1) * (1 + i % 3)) % ${arenas}`)}, case when s = 1 then ${arena(`1 + i % ${arenas}`)} end,
     ${meeting(`1 + (i * 7 + s) % ${meetings - arenas}`)}, current_date - 30 - i % 900 + s * 14, now() from generate_series(1, ${matters}) i cross join generate_series(0, 2) s`,
  item('follow_up', followUp('i'), arenas + meetings + matters, followUps, "'Sende utkast ' || i || ' til kommunene'", `case i % 5 when 0 then 'done' when 1 then 'on_the_way' else 'open' end`),
  `insert into follow_up (id, due_on, responsible_id) select ${followUp('i')}, current_date - 3 + i % 5, ${person(`1 + i % ${people}`)} from generate_series(1, ${followUps}) i`,
  `insert into link (id, workspace_id, relation, from_id, from_kind, to_id, to_kind, created_at) select ${uuid(12, 'i')}, ${workspace}, 'comes_from', ${followUp('i')}, 'follow_up', ${meeting(`1 + i % ${meetings}`)}, 'meeting', '2024-01-01' from generate_series(1, ${followUps}) i`,
  `insert into expectation_round (id, workspace_id, number, title, due_on, state, made_at, asked_at, closed_at, released_at, reply_by)
   values (${uuid(13, '1')}, ${workspace}, 1, 'Forventninger', current_date - 20, 'released', now() - interval '60 days', now() - interval '50 days', now() - interval '20 days', now() - interval '20 days', current_date + 10)`,
  `insert into expectation_answer (id, round_id, organisation_id, version, saved_at, sent_at, channel) select ${answer('n')}, ${uuid(13, '1')}, id, 1, now() - interval '30 days', now() - interval '30 days', 'link' from bench_organisation`,
  `insert into expectation_statement (id, answer_id, sent, place, what, kind, about_id, text)
   select ${statement('n * 16 + k')}, ${answer('n')}, true, k, case when k < 6 then 'expects' when k < 10 then 'offers' else 'needs' end, (array['instrument', 'people', 'competence', 'network'])[1 + k % 4],
     case when k between 1 and 5 then ${organisation('(n + k * 7)')} end, 'At vi får til noe sammen om felles kompetanse, del ' || k from bench_organisation cross join generate_series(0, 11) k`,
  `insert into expectation_reply (id, statement_id, reply, replied_at, organisation_id, channel) select ${uuid(14, 'row_number() over ()')}, id, (array['accepted', 'adjusted', 'declined'])[1 + abs(hashtext(id::text)) % 3], now(), about_id, 'link'
   from expectation_statement where about_id is not null and abs(hashtext(text || id::text)) % 3 > 0`,
  'drop table bench_organisation',
  'vacuum analyze',
]

/** Fills a database that is migrated and prepared with one large partnership, and lets its adviser (`0`) or a representative in. */
export async function partnershipIn(url: string): Promise<{ world: World; cookieOf(person: number): Promise<string> }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
  const db = openDatabase(url, { max: 4 })
  const idOf = (n: number) => `01900000-0000-7000-8002-${n.toString(16).padStart(12, '0')}`
  const cookieOf = async (n: number) => `__Host-okt=${await db.transaction().execute((tx) => startSession(tx, idOf(n), Temporal.Now.instant()))}`
  const workspaceId = '01900000-0000-7000-8001-000000000001'
  return {
    cookieOf,
    world: {
      size: matters + followUps + meetings + arenas, url, db, cookie: await cookieOf(0),
      viewer: { person: { id: idOf(0), name: 'Representant 0', language: 'nb', administrator: false }, memberships: [{ workspaceId, role: 'secretariat', organisationId: null }], lang: 'nb' },
      idOf: async () => workspaceId,
    },
  }
}
