import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { kinds, type Place, places, spans, textEvery, textWords, ties } from './shape.ts'
import { writer } from './texts.ts'

type Say = (line: string) => void

/** Fills a database that is migrated and prepared with a world of about `size` items. Set-based: one statement for each table. */
export async function fillWorld(url: string, size: number, say: Say): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set maintenance_work_mem = '400MB'; set work_mem = '128MB'; set jit = off; set synchronous_commit = off")
    const rooms = places(size)
    say(`${rooms.length} workspaces`)
    await writeWorkspaces(client, rooms)
    const putBack = await withoutIndexes(client)
    say('texts')
    await client.query('create unlogged table bench_item (i integer, w integer, j integer, x integer, kind text, title text, body text)')
    await pipeline(Readable.from(rowsOf(rooms)), client.query(copyFrom('copy bench_item from stdin')))
    await client.query('analyze bench_item; analyze bench_workspace')
    say('items')
    await writeItems(client)
    say('links')
    await writeLinks(client, rooms)
    say('indexes')
    await putBack()
    await client.query("insert into search_word select distinct unnest(tsvector_to_array(search_words)) from item")
    await client.query('drop table bench_item; drop table bench_workspace')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const uuid = (family: string, n: string) => `('01900000-0000-7000-${family}-' || lpad(to_hex(${n}), 12, '0'))::uuid`

async function writeWorkspaces(client: pg.Client, rooms: readonly Place[]): Promise<void> {
  await client.query('create unlogged table bench_workspace (w integer primary key, id uuid, slug text, items integer)')
  await client.query(`insert into bench_workspace select w, ${uuid('8001', 'w')}, slug, items from unnest($1::int[], $2::text[], $3::int[]) t (w, slug, items)`,
    [rooms.map((_, w) => w + 1), rooms.map((one) => one.slug), rooms.map((one) => one.items)])
  await client.query(`insert into workspace (id, slug, title, kind, template, language, parts_in_use, public, next_number)
    select id, slug, 'Partnerskapet ' || slug, 'partnership', 'partnership', 'nb', '{}', w <= 3 or w % 4 = 0, items + 1 from bench_workspace`)
  // Ten organisations in each, of all that stand in the register.
  await client.query(`insert into party (workspace_id, organisation_id) select w.id, o.id from bench_workspace w cross join generate_series(0, 9) k
    join (select id, row_number() over (order by id) - 1 as n, count(*) over () as of from organisation where valid_to is null) o on o.n = (w.w * 7 + k) % o.of on conflict do nothing`)
}

/** As lines that COPY reads: texts are words and spaces, so that nothing in them has another meaning there. */
function* rowsOf(rooms: readonly Place[]): Generator<string> {
  const write = writer(7)
  let [i, lines] = [0, '']
  for (const [at, { items }] of rooms.entries()) {
    for (const { kind, from, count } of spans(items)) {
      for (let x = 0; x < count; x++) {
        i++
        lines += `${i}\t${at + 1}\t${from + x + 1}\t${x}\t${kind}\t${write(6)}\t${i % textEvery === 0 ? write(textWords) : ''}\n`
        if (lines.length > 1_000_000) {
          yield lines
          lines = ''
        }
      }
    }
  }
  yield lines
}

/** Everything is made without indexes and foreign keys, which are put back, and checked, afterwards. */
async function withoutIndexes(client: pg.Client): Promise<() => Promise<void>> {
  const tables = ['item', 'link', 'item_organisation', ...kinds.map(({ kind }) => kind)]
  const { rows: keys } = await client.query<{ table: string; name: string; made: string }>(
    "select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as made from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])", [tables])
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    'select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)', [['item', 'link', 'item_organisation']])
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return async () => {
    for (const { made } of indexes) await client.query(made)
    await client.query('analyze')
    for (const { table, name, made } of keys) await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${made}`)
  }
}

/** As `indexItems` makes them findable, in the one statement that also makes them. */
async function writeItems(client: pg.Client): Promise<void> {
  await client.query(`
    insert into item (id, kind, workspace_id, number, title, code, audience, state, place, created_at, changed_at, search_edition, search_title, search_text, search_body, search)
    select ${uuid('8002', 'b.i')}, b.kind, w.id, b.j, b.title, code.code, case when w.slug = 'bench-plan' or b.i % 8 = 0 then 'public' else 'workspace' end,
      case when b.kind = 'measure' then (array['not_started', 'in_progress', 'completed'])[1 + b.x % 3] end, b.j, at.at, at.at, 1,
      search_fold(concat_ws(' ', code.code, b.title)), search_fold(concat_ws(' ', code.code, b.title, b.body)), b.body,
      setweight(to_tsvector('norwegian', concat_ws(' ', code.code, b.title)), 'A') || to_tsvector('norwegian', b.body)
    from bench_item b join bench_workspace w on w.w = b.w
    cross join lateral (select case when b.kind = 'measure' then w.w || '.' || b.j end as code) code
    cross join lateral (select timestamptz '2024-01-01' + make_interval(mins => (b.i::bigint * 7919 % 1400000)::int) as at) at
    order by b.i`)
  for (const { kind, text } of kinds) {
    const dates = kind === 'measure'
    await client.query(`insert into ${kind} (id, ${text}${dates ? ', ends_on' : ''}) select ${uuid('8002', 'i')}, nullif(body, '')${dates ? ", case when x % 7 <> 0 then date '2026-06-01' + (x % 700) end" : ''} from bench_item where kind = '${kind}'`)
  }
  await client.query(`insert into item_organisation (item_id, organisation_id, role) select ${uuid('8002', 'b.i')}, o.id, 'owner' from bench_item b
    join (select id, row_number() over (order by id) - 1 as n, count(*) over () as of from organisation where valid_to is null) o on o.n = (b.w * 7 + b.j % 10) % o.of
    where b.kind = 'measure' and b.x % 7 <> 0`)
}

async function writeLinks(client: pg.Client, rooms: readonly Place[]): Promise<void> {
  // Where each kind begins in each workspace, as numbers of all items.
  const begins: { w: number; kind: string; first: number; count: number; many: boolean }[] = []
  let first = 1
  for (const [at, { items, many }] of rooms.entries()) {
    for (const span of spans(items)) begins.push({ w: at + 1, kind: span.kind, first: first + span.from, count: span.count, many })
    first += items
  }
  await client.query('create unlogged table bench_span (w integer, kind text, first integer, count integer, many boolean)')
  await client.query('insert into bench_span select * from unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::bool[])',
    [begins.map((b) => b.w), begins.map((b) => b.kind), begins.map((b) => b.first), begins.map((b) => b.count), begins.map((b) => b.many)])
  await client.query('analyze bench_span')
  for (const [at, { relation, from, to, many, few }] of ties.entries()) {
    await client.query(`
      insert into link (id, workspace_id, relation, from_id, from_kind, to_id, to_kind, created_at)
      select ${uuid(`80${10 + at}`, 'b.i * 4 + r')}, ws.id, $1, ${uuid('8002', 'b.i')}, $2, ${uuid('8002', 't.first + (b.x + r) % t.count')}, $3, '2025-01-01'
      from bench_item b join bench_workspace ws on ws.w = b.w join bench_span t on t.w = b.w and t.kind = $3
      cross join lateral generate_series(0, case when t.many then $4::int else $5::int end - 1) r
      where b.kind = $2 and b.x % 7 <> 0 and r < t.count`, [relation, from, to, many, few])
  }
  await client.query('drop table bench_span')
}
