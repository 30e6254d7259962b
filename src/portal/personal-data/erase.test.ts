import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { verifyChains } from '../../platform/audit/verify.ts'
import { appendEvents } from '../../platform/audit/record.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { candidates, type ColumnRule, erasePerson, gatherPerson, subjectOf } from '../../platform/personal/index.ts'
import { issuePass } from '../../platform/pass/pass.ts'
import { personBehind } from '../../platform/session/login.ts'
import { personalData } from './classification.ts'

const name = 'Zwixquen Personvernprøve'
const address = 'zwixquen.personvernprove@kommune.example'
const earlier = 'Zwixquen Førnavn'

let house: House
let person = ''
beforeAll(async () => {
  house = await openHouse()
  person = (await personBehind(house.platform.db, 'demo', 'partner')) ?? ''
})
afterAll(() => house.close())

type Place = { schema: string; table: string; column: string }

/** Every place in the database where one of these words stands, whatever the type of the column. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const { db } = house.platform
  const { rows: columns } = await sql<Place>`
    select n.nspname as schema, c.relname as table, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1, 2, 3`.execute(db)
  const byTable = Map.groupBy(columns, (one) => `${one.schema}.${one.table}`)
  const parts = [...byTable.values()].map((own) => sql`select c.key as place from ${sql.table(`${own[0]?.schema}.${own[0]?.table}`)} t cross join lateral jsonb_each_text(to_jsonb(t)) c
    where c.value ~* ${words.join('|')}`)
  const found: string[] = []
  for (const [i, part] of parts.entries()) for (const { place } of (await sql<{ place: string }>`select distinct place from (${part}) p`.execute(db)).rows) found.push(`${[...byTable.keys()][i]?.replace('public.', '')}.${place}`)
  return found.sort()
}

const columnsWith = (...rules: readonly ColumnRule[]) => Object.entries(personalData).flatMap(([table, { columns }]) => Object.entries(columns).filter(([, rule]) => rules.includes(rule)).map(([column]) => ({ table, column })))

/** Writes the name and the address into the words of every table that has a row: as text, as JSON and in lists. */
async function plant(): Promise<void> {
  const { db, auditKey, clock } = house.platform
  const now = clock()
  await sql`update person set name = ${name} where id = ${person}`.execute(db)
  await sql`insert into identity (provider, subject, person_id) values ('email', ${address}, ${person}) on conflict do nothing`.execute(db)
  await sql`delete from identity where person_id = ${person} and provider = 'email' and subject <> ${address}`.execute(db)
  await db.transaction().execute(async (tx) => {
    const body = mailBody({ lang: 'nb', heading: `Hei ${name}`, paragraphs: [`Skriv til ${address}`], footer: 'Hilsen oss' })
    await queueMail(tx, { to: address, subject: `Til ${name}`, body, lang: 'nb', purpose: 'test', personId: person, now })
    await queueMail(tx, { to: 'andre@example.org', subject: `${name} inviterer deg`, body, replyTo: address, lang: 'nb', purpose: 'test', from: { personId: person, workspaceId: (await tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow()).id }, now })
    await issuePass(tx, { purpose: 'mail-choice', subjectId: person, personId: person, lastDay: null, now })
    const { id } = await tx.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
    await appendEvents(tx, auditKey, { personId: person, via: 'page', at: now }, [{ workspaceId: id, what: 'item.changed', body: { note: `Hilsen ${name}` } }, { workspaceId: id, what: 'item.changed', body: { note: 'Ingen er nevnt' } }])
    await appendEvents(tx, auditKey, { personId: null, via: 'page', at: now }, [{ workspaceId: id, what: 'item.changed', body: { note: `Spør ${address.toUpperCase()}` } }])
  })
  await sql`insert into draft (person_id, form, answers, changed_at) values (${person}, 'prøve', ${JSON.stringify({ hvem: name })}, ${now.toString()}) on conflict do nothing`.execute(db)
  await sql`insert into profile (person_id, help, topics, phone) values (${person}, ${name}, array[${address}]::text[], '99887766') on conflict (person_id) do update set help = excluded.help, topics = excluded.topics, phone = excluded.phone`.execute(db)
  await sql`insert into mail_unreachable (address, since) values (${address}, ${now.toString()})`.execute(db)
  await sql`insert into login_link (token_hash, email, expires_at) values ('\x01', ${address.toUpperCase()}, ${now.toString()})`.execute(db)
  await sql`insert into submission (key, location, at) values ('prøve', ${`/logg-inn/sendt?epost=${encodeURIComponent(address)}`}, ${now.toString()})`.execute(db)
  // Somebody who was made one with them, and was called otherwise.
  await sql`insert into person (id, name, merged_into_id) values ('01900000-0000-7000-8000-000000000001', ${earlier}, ${person})`.execute(db)
  await sql`insert into merge (id, kind, from_id, to_id, from_name, to_name, name, at) values ('01900000-0000-7000-8000-000000000002', 'person', '01900000-0000-7000-8000-000000000001', ${person}, ${earlier}, ${name}, ${name}, ${now.toString()})`.execute(db)
  await sql`insert into moved (journal, step, table_name, key, old, new) values ('01900000-0000-7000-8000-000000000002', 1, 'identity', ${JSON.stringify({ subject: address })}, ${JSON.stringify({ name: earlier })}, null)`.execute(db)
  // And in every column that may hold words of others or of oneself, in one row that is there.
  for (const { table, column } of columnsWith('told', 'work')) {
    if (table === 'search_word' || table === 'workspace' || table === 'setting') continue
    await sql`update ${sql.table(table)} t set ${sql.ref(column)} = (jsonb_populate_record(t, jsonb_build_object(${sql.lit(column)}, case jsonb_typeof(to_jsonb(${sql.ref(`t.${column}`)}))
        when 'object' then to_jsonb(${sql.ref(`t.${column}`)}) || ${JSON.stringify({ prøve: `${name} <${address}>` })}::jsonb when 'array' then to_jsonb(${sql.ref(`t.${column}`)}) || ${JSON.stringify([name])}::jsonb
        else to_jsonb(${`${name} <${address}>`}::text) end))).${sql.ref(column)}
      where ctid = (select min(ctid) from ${sql.table(table)})`.execute(db)
  }
}

// Seen to fail when a role of the demo counted as an address: then events that are about nobody went too.
test('check 35: after somebody is deleted, no name or address of theirs stands anywhere but where the classification says that it stays', async () => {
  await plant()
  const { db, auditKey, clock } = house.platform
  const words = [name, address.replaceAll('.', '\\.'), earlier, encodeURIComponent(address).replaceAll('.', '\\.')]
  const before = await placesOf(words)
  for (const place of ['person.name', 'identity.subject', 'mail.recipient', 'mail.subject', 'mail.text', 'mail.reply_to', 'draft.answers', 'profile.help', 'profile.topics', 'merge.from_name', 'moved.old', 'moved.key', 'event.body', 'login_link.email', 'mail_unreachable.address', 'submission.location']) expect(before).toContain(place)

  const subject = await subjectOf(db, person, clock())
  expect(subject.names.toSorted()).toEqual([earlier, name].toSorted())
  expect(subject.addresses).toContain(address)
  const gathered = new Map((await gatherPerson(db, personalData, subject, 5)).map((one) => [one.table, one]))
  expect(gathered.get('profile')?.rows[0]).toMatchObject({ help: name, phone: '99887766' })
  expect(gathered.get('membership')?.rows[0]).toHaveProperty('workspace')
  expect(JSON.stringify([...gathered.values()])).not.toMatch(/token_hash|sha256|"salt"/)
  // A mail that was sent for them to somebody else is theirs; whom it went to is not.
  expect(JSON.stringify(gathered.get('mail'))).not.toContain('andre@example.org')

  const events = await db.selectFrom('event').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const done = await db.transaction().execute((tx) => erasePerson(tx, personalData, subject, clock()))
  expect(done.membership?.removed).toBeGreaterThan(0)
  expect(done.event?.removed).toBe(2)
  const stays = new Set(columnsWith('work').map(({ table, column }) => `${table}.${column}`))
  const ofKinds = new Set((await candidates(db)).filter(({ table }) => !(table in personalData)).map(({ table }) => table))
  const left = (await placesOf(words)).filter((place) => !stays.has(place) && !ofKinds.has(place.split('.')[0] ?? ''))
  // What is computed from the common work says what it says.
  expect(left.filter((place) => !/^item\.search|^organisation\.(name_key|search_name)$|^offer\.search_text$/.test(place))).toEqual([])

  expect(await verifyChains(db, auditKey)).toEqual([])
  expect((await db.selectFrom('event').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n).toBe(events.n - 2)
  expect(await db.selectFrom('person').select(['name', 'administrator']).where('id', '=', person).executeTakeFirst()).toEqual({ name: 'Tidligere deltaker', administrator: false })
  // Nobody gets in with what they had, and their work is still there, by somebody.
  expect((await house.ask('sekretariat', '/arbeidsrom/eksempelfylket')).status).toBe(200)
  expect(await gatherPerson(db, personalData, subject, 1).then((all) => all.filter((one) => one.total > 0 && personalData[one.table] && Object.values(personalData[one.table]?.columns ?? {}).includes('own')).map((one) => one.table))).toEqual([])
})
