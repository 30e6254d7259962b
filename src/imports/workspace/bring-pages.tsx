import { adoptFile, stagedFiles } from '../../platform/files/file.store.ts'
import { acceptOf } from '../../platform/files/kinds.ts'
import type { UploadRule } from '../../platform/files/upload.ts'
import { type Access, administrators, type Page, page, type Scope } from '../../platform/http/page.ts'
import { jobStatus, queue } from '../../platform/jobs/jobs.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate, formatList } from '../../platform/text/format.ts'
import { matching } from '../../modules/actors/index.ts'
import { findWorkspaceById, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert, Button, Checkbox, ErrorSummary, Facts, FileInput, Form, FormActions, formState, Heading, JobProgress, Lead, Progress } from '../../ui/index.ts'
import { limits, unpackWorkspace } from './archive.ts'
import { bringJob } from './bring.job.ts'
import { beginIntake, findIntake, insertIntake, type Intake } from './exchange.store.ts'
import { exchangeWords } from './exchange.words.ts'

const rule: UploadRule = { allowed: ['zip'], maxBytes: limits.zipBytes }
const bringPath = '/nytt-arbeidsrom/hent'

/**
 * A workspace from another installation: the file first. For those who administer: it is large, it names people by their addresses, and may have all of
 * them written to.
 */
export const uploadPage = page({
  path: bringPath,
  access: administrators,
  uploads: rule,
  takesFiles: true,
  load: async () => ({}),
  title: (_, { lang }) => exchangeWords[lang].bringTitle,
  actions: {
    se: async (work, { request, raw }) => {
      const w = exchangeWords[request.lang]
      const personId = work.viewer.person?.id ?? ''
      const by = { personId, now: work.now }
      const [staged] = await stagedFiles(work.tx, [firstText(raw, 'fil')], by)
      const handle = staged && (await request.platform.files.open(staged.sha256))
      if (!staged || !handle) return { refused: { errors: { fil: w.choose } } }
      const read = await unpackWorkspace(handle, staged.size).finally(() => handle.close())
      if (typeof read === 'string') return { refused: { errors: { fil: w.wrong[read] } } }
      await adoptFile(work.tx, staged.id, by)
      return { done: { to: `${bringPath}/${await insertIntake(work.tx, { personId, file: staged, now: work.now })}` } }
    },
  },
  width: 'text',
  view: (_, { lang, path }, __, returned) => {
    const w = exchangeWords[lang]
    const state = formState(returned && { raw: {}, errors: returned.errors })
    return (
      <>
        <Heading level={1}>{w.bringTitle}</Heading>
        <Lead>{w.bringLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} does="se" files submissionKey={crypto.randomUUID()}>
          <FileInput lang={lang} state={state} name="fil" label={w.file} hint={w.fileHint} accept={acceptOf(rule.allowed)} />
          <FormActions><Button variant="primary">{w.look}</Button></FormActions>
        </Form>
      </>
    )
  },
})

/** The one who brought a file, and nobody else. */
const broughtBy: Access<Scope & { intake: Intake }> = {
  name: 'workspace-bringer',
  async check(request, params) {
    const allowed = await administrators.check(request, params)
    if ('denied' in allowed) return allowed
    const id = params.id ?? ''
    const intake = /^[0-9a-f-]{36}$/.test(id) ? await findIntake(request.db, id, request.viewer.person?.id ?? '') : null
    return intake ? { intake } : { denied: 'missing' }
  },
}

/** What is in the file, before anything is made of it. */
export const previewPage = (catalogue: Catalogue): Page => page({
  path: `${bringPath}/:id`,
  access: broughtBy,
  load: async ({ db, platform, lang }, { intake }) => {
    if (intake.workspaceId) return { made: await findWorkspaceById(db, intake.workspaceId), read: null, status: null }
    const status = intake.jobId && !intake.refused ? await jobStatus(db, intake.jobId) : null
    // What is being made is not read through once more each second.
    if (status?.state === 'waiting' || status?.state === 'running') return { made: null, read: null, status }
    const handle = await platform.files.open(intake.sha256)
    const read = handle ? await unpackWorkspace(handle, intake.size).finally(() => handle.close()) : 'damaged'
    if (typeof read === 'string') return { made: null, read, status }
    const found = await db.transaction().execute((tx) => matching(tx, read.organisations))
    const unknown = read.items.filter((item) => !catalogue.kinds.has(item.kind))
    return {
      made: null,
      status,
      read: {
        title: read.workspace.title, from: read.made.from, at: formatDate(read.made.at.slice(0, 10), lang), files: read.files.length,
        kinds: [...catalogue.kinds.values()].map((kind) => ({ name: kind.words[lang].many, count: read.items.filter((item) => item.kind === kind.name).length })).filter((kind) => kind.count > 0),
        found: found.filter((id) => id !== null).length, organisations: read.organisations.length,
        unknown: unknown.length, unknownKinds: [...new Set(unknown.map((item) => item.kind))], members: new Set(read.members.flatMap((member) => read.people.find((person) => person.ref === member.person)?.email ?? [])).size,
      },
    }
  },
  title: (_, { lang }) => exchangeWords[lang].previewTitle,
  crumbs: (_, { lang }) => [{ text: exchangeWords[lang].bringTitle, href: bringPath }],
  actions: {
    lag: async (work, { request, scope: { intake }, raw }) => {
      const w = exchangeWords[request.lang]
      const personId = work.viewer.person?.id ?? ''
      // Held until it is queued: pressed twice at once, it is made once, and seen as one.
      const held = await findIntake(work.tx, intake.id, personId, true)
      const status = held?.jobId && !held.refused ? await jobStatus(work.tx, held.jobId) : null
      if (!held) return { refused: 'missing' }
      if (held.workspaceId || status?.state === 'waiting' || status?.state === 'running') return { done: { to: `${bringPath}/${intake.id}` } }
      await beginIntake(work.tx, intake.id, await queue(work.tx, bringJob(request.platform, catalogue), { intakeId: intake.id, personId, invite: firstText(raw, 'inviter') === 'ja' }))
      return { done: { to: `${bringPath}/${intake.id}`, flash: { text: w.bringBegan } } }
    },
  },
  width: 'text',
  view: ({ made, read, status }, { lang, path }, { intake }, returned) => {
    const w = exchangeWords[lang]
    if (made) return <><Heading level={1}>{w.previewTitle}</Heading><p>{w.done} <a href={workspacePath(made)}>{made.title}</a></p></>
    if (status?.state === 'waiting' || status?.state === 'running') {
      return (
        <>
          <Heading level={1}>{w.bringing}</Heading>
          <Lead>{w.bringingLead}</Lead>
          <JobProgress>{status.total > 0 ? <Progress lang={lang} value={status.done} max={status.total} label={w.itemsMade} /> : <p>{w.bringSoon}</p>}</JobProgress>
        </>
      )
    }
    const why = intake.refused && Object.hasOwn(w.wrong, intake.refused) ? w.wrong[intake.refused as 'missing'] : status?.state === 'failed' ? w.failed : null
    if (read === null || typeof read === 'string') return <><Heading level={1}>{w.previewTitle}</Heading><Alert colour="danger">{w.wrong[read ?? 'missing']}</Alert><p><a href={bringPath}>{w.bringTitle}</a></p></>
    const state = formState(returned)
    return (
      <>
        <Heading level={1}>{w.previewTitle}</Heading>
        <Lead>{read.title}</Lead>
        {why ? <Alert colour="danger"><p>{why}</p></Alert> : null}
        <Facts facts={[
          { term: w.from, value: read.from }, { term: w.at, value: read.at },
          { term: w.items, value: <ul>{read.kinds.map((kind) => <li>{kind.count} {kind.name}</li>)}</ul> },
          { term: w.files, value: String(read.files) }, { term: w.organisations, value: w.organisationCounts(read.found, read.organisations - read.found) },
        ]} />
        {read.unknown > 0 ? <Alert colour="warning">{w.left(read.unknown, formatList(read.unknownKinds, lang, 'and'))}</Alert> : null}
        <p>{w.leads}</p>
        <Form action={path} does="lag" submissionKey={crypto.randomUUID()}>
          {read.members > 0 ? <Checkbox lang={lang} state={state} name="inviter" label={w.inviteLabel(read.members)} hint={w.inviteHint} /> : null}
          <FormActions><Button variant="primary">{w.bring}</Button></FormActions>
        </Form>
      </>
    )
  },
})
