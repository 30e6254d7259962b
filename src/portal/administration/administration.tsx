import { sql } from 'kysely'
import { lastBackup } from '../../platform/backup/index.ts'
import type { Reader } from '../../platform/db/database.ts'
import { administrators, page } from '../../platform/http/page.ts'
import { texts } from '../../platform/text/texts.ts'
import { Heading, Lead, TaskList } from '../../ui/index.ts'
import { concerns } from './concerns.ts'
import { sections } from './sections.ts'
import { backupConcern } from './storage/backup-facts.tsx'

const words = texts({
  nb: { title: 'Administrasjon', lead: 'Det som gjelder hele installasjonen. Arbeidsrommene styrer seg selv.', first: 'Se på dette først', all: 'Alt du kan gjøre her', nothing: 'Ingenting venter på deg. Alt går av seg selv.', backup: { none: 'Ingen sikkerhetskopi er tatt', old: 'Den siste sikkerhetskopien er gammel', faulty: 'Den siste sikkerhetskopien mangler noe' }, see: 'Følg med' },
  nn: { title: 'Administrasjon', lead: 'Det som gjeld heile installasjonen. Arbeidsromma styrer seg sjølve.', first: 'Sjå på dette først', all: 'Alt du kan gjere her', nothing: 'Ingenting ventar på deg. Alt går av seg sjølv.', backup: { none: 'Ingen tryggingskopi er teken', old: 'Den siste tryggingskopien er gammal', faulty: 'Den siste tryggingskopien manglar noko' }, see: 'Følg med' },
  en: { title: 'Administration', lead: 'What concerns the whole installation. Workspaces govern themselves.', first: 'See to this first', all: 'Everything you can do here', nothing: 'Nothing waits for you. Everything runs by itself.', backup: { none: 'No backup has been taken', old: 'The last backup is old', faulty: 'The last backup lacks something' }, see: 'Watch' },
})

/** How many there are of each concern, in their order: one statement, however many. */
async function countConcerns(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<{ place: number; n: number }>`${sql.join(concerns.map(({ count }, place) => sql`select ${sql.lit(place)}::int as place, ${count(now)}::int as n`), sql` union all `)} order by place`.execute(db)
  return rows.map((row) => row.n)
}

/** What needs attention, the most pressing first, and the way to everything that only administrators do. */
export const administrationPage = page({
  path: '/admin',
  access: administrators,
  load: async ({ db, now, platform: { config } }) => {
    const [counts, last] = await Promise.all([countConcerns(db, now), lastBackup(config.dataDir)])
    return { counts, backup: config.demo ? null : backupConcern(last, now) }
  },
  title: (_, request) => words[request.lang].title,
  view: ({ counts, backup }, { lang }) => {
    const w = words[lang]
    const found = [
      ...(backup ? [{ href: '/admin/lagring#sikkerhetskopi', title: w.backup[backup] }] : []),
      ...concerns.flatMap(({ href, text }, place) => (counts[place] ? [{ href, title: text[lang](counts[place]) }] : [])),
    ]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <section>
          <Heading level={2}>{w.first}</Heading>
          {found.length === 0 ? <p>{w.nothing}</p> : <TaskList lang={lang} tasks={found.map((one) => ({ ...one, state: 'watch' as const, stateText: w.see }))} />}
        </section>
        <section>
          <Heading level={2}>{w.all}</Heading>
          <TaskList lang={lang} tasks={sections.map(({ href, title, text }) => ({ title: title[lang], hint: text[lang], href }))} />
        </section>
      </>
    )
  },
})
