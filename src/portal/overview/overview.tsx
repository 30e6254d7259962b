import { hasRole, membershipsIn } from '../../platform/access/viewer.ts'
import { page } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { mayAdd } from '../../platform/item/item.policy.ts'
import { leading } from '../../platform/item/kind.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatDate } from '../../platform/text/format.ts'
import { agreementPath, pressingAgreements } from '../../modules/agreements/index.ts'
import { ChangeList, goal, organisationNames, planItemPath, readChanges, readPlanItems, roundsPath, statusNow } from '../../modules/plans/index.ts'
import { type LooseWords, overviewOf, pictureOfWhole, readWhole, summaryOf, threadHealth, ThreadStrip } from '../../modules/thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../modules/workspaces/index.ts'
import { ButtonLink, EmptyState, Heading, type StateKind, Tag, type Task, TaskList } from '../../ui/index.ts'
import { successionWords } from '../succession/succession.words.ts'
import { sentenceOf, waitingHere } from '../succession/waiting.ts'
import { HandoverList } from '../people/handover-list.tsx'
import { handoversFor } from '../people/handovers.store.ts'
import { overviewWords } from './overview.words.ts'
import { housekeeping } from './housekeeping.ts'
import { type ToDo, toDo } from './tasks.ts'

const latest = 24
const shapes: Record<ToDo['what'], StateKind> = { decide: 'watch', unanswered: 'in_progress', late: 'delayed', unowned: 'loose', loose: 'loose' }

/** Answers three questions in this order: what now, does the thread hold, what has happened. */
export const overviewPage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/arbeidsrom/:workspace',
    access: workspaceReaders,
    shared: true,
    listed: true,
    styles: ['overview.page.css'],
    load: async (request, { workspace }: InWorkspace) => {
      const { db, viewer } = request
      const member = membershipsIn(viewer, workspace.id).length > 0
      const leads = workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading)
      const [whole, items, health, changes, status, successions, handovers, pressing] = await Promise.all([
        readWhole(request, workspace, looseWords),
        readPlanItems(db, viewer, workspace.id),
        threadHealth(catalogue, request, workspace),
        // Who did what is for those who work here.
        member ? readChanges(db, viewer, workspace.id, { limit: latest }) : [],
        member ? statusNow(db, workspace.id, request.now) : null,
        leads ? waitingHere(db, workspace.id) : [],
        member ? handoversFor(db, viewer, osloDate(request.now).toString(), workspace.id) : [],
        leads ? pressingAgreements(db, viewer, workspace.id, osloDate(request.now).toString()) : [],
      ])
      return { whole, items, health, changes, status, successions, handovers, pressing, member, organisations: await organisationNames(db, changes, request.lang), add: mayAdd(viewer, workspace, goal), keep: hasRole(viewer, workspace.id, ...leading) ? housekeeping(workspace, request.now) : [] }
    },
    title: (_, __, { workspace }) => workspace.title,
    description: (_, { lang }, { workspace }) => overviewWords[lang].about(workspace.title),
    view: ({ whole, items, health, changes, status, successions, handovers, pressing, member, organisations, add, keep }, request, { workspace }) => {
      const { lang, now } = request
      const w = overviewWords[lang]
      const title = <Heading level={1} lang={workspace.language === lang ? undefined : workspace.language}>{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</Heading>
      if (whole.items.length === 0) {
        return (
          <>
            {title}
            <EmptyState picture="start" title={w.empty} actions={add ? <ButtonLink href={workspacePath(workspace, 'plan')} variant="primary">{w.begin}</ButtonLink> : undefined}><p>{add ? w.emptyText : w.emptyForOthers}</p></EmptyState>
          </>
        )
      }
      const picture = overviewOf(pictureOfWhole(catalogue, workspace, whole, request))
      const listOf = new Map([...catalogue.kinds.values()].flatMap((kind) => (kind.step ? [[kind.step, workspacePath(workspace, kind.segment)] as const] : [])))
      const overview = { ...picture, steps: picture.steps.map((step) => ({ ...step, href: listOf.get(step.id) })) }
      const decisions = whole.items.filter((item) => item.kind === 'decision' && item.state === 'needed').length
      const places: Record<ToDo['what'], string> = {
        decide: decisions > 0 ? `${workspacePath(workspace, 'vedtak')}?status=needed` : workspacePath(workspace, 'plan/forsinket'),
        late: `${workspacePath(workspace, 'plan')}?forsinket=ja`, unowned: workspacePath(workspace, 'plan/forsinket'), unanswered: roundsPath(workspace, status ? String(status.round.number) : ''), loose: health.href,
      }
      const becoming = successions.map((one): Task => ({ title: sentenceOf(one, lang, now), hint: successionWords[lang].task, href: workspacePath(workspace, 'partnere/nye-organisasjoner'), state: 'watch', stateText: w.settle }))
      const agreeing = pressing.flatMap((one): Task[] => [
        ...(one.questions > 0 ? [{ title: w.takesOver(one.title), href: agreementPath(workspace, one, 'etterfolgere'), state: 'watch' as const, stateText: w.settle }] : []),
        ...(one.renewBy ? [{ title: w.renew(one.title, formatDate(one.renewBy, lang)), href: agreementPath(workspace, one), state: one.renewBy < osloDate(now).toString() ? 'delayed' as const : 'watch' as const, stateText: w.settle }] : []),
      ])
      const keeping = keep.map((what): Task => ({
        title: w.keep[what], state: what === 'over' ? 'delayed' : 'watch', stateText: w.settle, href: workspacePath(workspace, 'innstillinger'),
        ...((what === 'over' || what === 'ending') && { hint: w.endsOn(formatDate(workspace.endsOn ?? '', lang)) }),
      }))
      const tasks = [...toDo(items, decisions, health.total, now, status).map((task): Task => ({
        title: w[task.what](task.count), state: shapes[task.what], stateText: task.what === 'unanswered' && add && (status?.toRemind ?? 0) > 0 ? w.remind : w.go[task.what],
        href: task.only ? planItemPath(workspace, task.only) : places[task.what], ...(task.only && { hint: task.only.title }),
      })), ...becoming, ...agreeing, ...keeping]
      const areas = items.filter((item) => item.kind === 'priority_area').length
      const change = health.changeSinceMonth
      const trend = change === null || health.total === 0 ? '' : `, ${change === 0 ? w.same : (change < 0 ? w.fewer : w.more)(Math.abs(change))}`
      return (
        <>
          {title}
          <div class="overview">
            <section>
              <Heading level={2}>{w.now}</Heading>
              {tasks.length > 0 ? <TaskList lang={lang} tasks={tasks} /> : <p>{w.quiet}</p>}
              <HandoverList lang={lang} handovers={handovers} level={3} />
              <p class="overview-more"><a href={workspacePath(workspace, 'plan')}>{w.plan}</a>{add && workspace.state === 'active' && !status ? <> <a href={roundsPath(workspace, 'ny')}>{w.ask}</a></> : null} <a href={workspacePath(workspace, 'ark')}>{w.sheet}</a></p>
            </section>
            <section>
              <Heading level={2}>{w.thread}</Heading>
              <ThreadStrip lang={lang} overview={overview} />
              <p class="overview-sum">{health.total === 0 ? w.holds : <><a href={health.href}>{w.loose(health.total)}</a>{trend}.</>} {summaryOf(picture, lang)}</p>
              {health.top.length > 0 ? (
                <>
                  <Heading level={3}>{w.top}</Heading>
                  <ol class="overview-top">{health.top.map((one) => <li><a href={one.href}>{one.text}</a> <span class="hint">{one.title}</span></li>)}</ol>
                </>
              ) : null}
              {workspace.focus.areas !== null && areas > 0 ? <p>{w.focus(areas, workspace.focus.areas)} <a href={workspacePath(workspace, 'plan/fokus')}>{w.why}</a></p> : null}
              <p class="overview-more"><a href={workspacePath(workspace, 'traden')}>{w.see}</a></p>
            </section>
          </div>
          {member ? (
            <section>
              <Heading level={2}>{w.happened}</Heading>
              {changes.length === 0 ? <p>{w.none}</p> : <ChangeList brief atMost={5} changes={changes} lang={lang} now={now} catalogue={catalogue} organisations={organisations} slugOf={() => workspace.slug} />}
              <p class="overview-more"><a href={workspacePath(workspace, 'plan/endringer')}>{w.allChanges}</a></p>
            </section>
          ) : null}
        </>
      )
    },
  })
