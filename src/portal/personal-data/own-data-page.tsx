import { contentDisposition } from '../../platform/files/name.ts'
import { loggedIn, loggedInBehind, page, type Request, resource } from '../../platform/http/page.ts'
import { gatherPerson, type Gathered, subjectOf } from '../../platform/personal/index.ts'
import { formatDate, formatNumber } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, Details, Facts, Heading, Lead } from '../../ui/index.ts'
import { personalData } from './classification.ts'
import { columnCalled, isReadable, readable } from './column-words.ts'
import { erasureOf, type Erasure } from './erasure.store.ts'
import { regretErasure } from './erasure.actions.ts'
import { exportOf } from './export.ts'
import { personalDataWords } from './personal-data.words.ts'

export const ownDataPath = '/min-side/personvern'
export const deletePath = `${ownDataPath}/slett`
const rowsShown = 5

/** What one table holds about the reader, newest last; each row as facts. */
export const AboutPerson = ({ lang, gathered }: { lang: Lang; gathered: readonly Gathered[] }) => {
  const w = personalDataWords[lang]
  const [found, none] = [gathered.filter((one) => one.total > 0), gathered.filter((one) => one.total === 0)]
  const titleOf = (table: string) => personalData[table]?.title?.[lang] ?? table
  return (
    <>
      {found.map(({ table, total, rows }) => (
        <Details summary={`${titleOf(table)} (${total === 1 ? w.row : w.rows(formatNumber(total, lang))})`}>
          {rows.map((row) => <Facts facts={Object.entries(row).filter(([key, value]) => isReadable(key, value)).map(([key, value]) => ({ term: columnCalled(key, lang), value: readable(value, lang, w).slice(0, 500) }))} />)}
          {total > rows.length ? <p class="hint">{w.newest(formatNumber(rows.length, lang))}</p> : null}
        </Details>
      ))}
      {none.length > 0 ? <Details summary={w.nothing}><p>{w.nothingText}</p><ul>{none.map(({ table }) => <li>{titleOf(table)}</li>)}</ul></Details> : null}
    </>
  )
}

/** That an account is to be deleted, and the way back. */
export const Pending = ({ lang, path, erasure }: { lang: Lang; path: string; erasure: Erasure }) => {
  const w = personalDataWords[lang]
  return (
    <Alert colour="warning">
      <Heading level={2}>{w.pending(formatDate(osloDate(erasure.dueAt), lang))}</Heading>
      <p>{erasure.waitsFor ? w.waits : w.pendingText}</p>
      <form method="post" action={path}><input type="hidden" name="handling" value="undo" /><Button>{w.undo}</Button></form>
    </Alert>
  )
}

/** Everything that is kept about the one who asks: seen at once, and handed out whole as a file. */
export const ownDataPage = page({
  path: ownDataPath,
  access: loggedIn,
  load: async ({ db, viewer, now }) => {
    const id = viewer.person?.id ?? ''
    const [subject, erasure] = await Promise.all([subjectOf(db, id, now), erasureOf(db, id)])
    return { gathered: await gatherPerson(db, personalData, subject, rowsShown), erasure }
  },
  title: (_, { lang }) => personalDataWords[lang].title,
  crumbs: (_, { lang }) => [{ text: personalDataWords[lang].me, href: '/min-side' }, { text: personalDataWords[lang].profile, href: '/min-side/profil' }],
  actions: {
    undo: async (work, { request }) => {
      const undone = await regretErasure(work, request.viewer.person?.id ?? '')
      return 'refused' in undone ? { refused: 'stale' } : { done: { to: ownDataPath, flash: { text: personalDataWords[request.lang].undone } } }
    },
  },
  width: 'text',
  view: ({ gathered, erasure }, { lang, pathname }) => {
    const w = personalDataWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {erasure ? <Pending lang={lang} path={pathname} erasure={erasure} /> : null}
        <p>{w.downloadText}</p>
        <p><ButtonLink href={`${ownDataPath}/alt.zip`} variant="primary">{w.download}</ButtonLink></p>
        <AboutPerson lang={lang} gathered={gathered} />
        <p>{w.others}</p>
        <section><Heading level={2}>{w.correct}</Heading><p>{w.correctText} <a href="/min-side/profil">{w.toProfile}</a></p></section>
        {erasure ? null : <section><Heading level={2}>{w.deleteTitle}</Heading><p><a href={deletePath}>{w.deleteLink}</a></p></section>}
      </>
    )
  },
})

/** The whole of it, as a file made while it is sent; never kept by anything on the way. */
export async function sendExport({ platform, db, lang, now }: Request, personId: string): Promise<Response> {
  const subject = await subjectOf(db, personId, now)
  return new Response(exportOf(platform, subject, lang, now), {
    headers: { 'content-type': 'application/zip', 'content-disposition': contentDisposition('attachment', `${personalDataWords[lang].file}.zip`), 'cache-control': 'private, no-store' },
  })
}

export const ownExport = resource({
  path: `${ownDataPath}/alt.zip`,
  access: loggedInBehind,
  respond: (request) => sendExport(request, request.viewer.person?.id ?? ''),
})

/** What is deleted, as one reads it: everything that is about oneself. */
export const goneWords = (lang: Lang): string[] =>
  Object.values(personalData).flatMap(({ title, columns }) => (title && Object.values(columns).some((rule) => rule === 'own' || rule === 'address' || rule === 'name') ? [title[lang]] : []))
