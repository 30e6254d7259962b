import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database.ts'
import { administrators, page } from '../../platform/http/page.ts'
import { formatNumber } from '../../platform/text/format.ts'
import { texts } from '../../platform/text/texts.ts'
import { Heading, Lead, TaskList } from '../../ui/index.ts'
import { sections } from './sections.ts'

const words = texts({
  nb: { title: 'Administrasjon', lead: 'Det som gjelder hele installasjonen. Arbeidsrommene styrer seg selv.', waiting: (n: string) => `${n} å se på`, nothing: 'Ingenting venter på deg. Alt går av seg selv.' },
  nn: { title: 'Administrasjon', lead: 'Det som gjeld heile installasjonen. Arbeidsromma styrer seg sjølve.', waiting: (n: string) => `${n} å sjå på`, nothing: 'Ingenting ventar på deg. Alt går av seg sjølv.' },
  en: { title: 'Administration', lead: 'What concerns the whole installation. Workspaces govern themselves.', waiting: (n: string) => `${n} to look at`, nothing: 'Nothing waits for you. Everything runs by itself.' },
})

/** How many things wait in each part, by its address: one statement, however many parts. */
async function waitingIn(db: Reader, now: Temporal.Instant): Promise<ReadonlyMap<string, number>> {
  const counted = sections.flatMap(({ href, waiting }) => (waiting ? [sql`select ${href}::text as href, ${waiting(now)}::int as n`] : []))
  const { rows } = await sql<{ href: string; n: number }>`${sql.join(counted, sql` union all `)}`.execute(db)
  return new Map(rows.map((row) => [row.href, row.n]))
}

/** The way to everything that only administrators do, and what waits for them. */
export const administrationPage = page({
  path: '/admin',
  access: administrators,
  load: async ({ db, now }) => ({ waiting: await waitingIn(db, now) }),
  title: (_, request) => words[request.lang].title,
  view: ({ waiting }, { lang }) => {
    const w = words[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {[...waiting.values()].some((n) => n > 0) ? null : <p>{w.nothing}</p>}
        <TaskList lang={lang} tasks={sections.map(({ href, title, text }) => {
          const n = waiting.get(href) ?? 0
          return { title: title[lang], hint: text[lang], href, ...(n > 0 && { state: 'watch' as const, stateText: w.waiting(formatNumber(n, lang)) }) }
        })} />
      </>
    )
  },
})
