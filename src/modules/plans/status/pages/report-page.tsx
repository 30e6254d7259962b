import { hasRole } from '../../../../platform/access/viewer.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { page } from '../../../../platform/http/page.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { firstText, parseFields } from '../../../../platform/item/parse.ts'
import { placesToRaise, raiseAbout, raisedText, type RaisePlace, raiseWords, readPlace } from '../../../arenas/index.ts'
import { type InWorkspace, workspaceMembers } from '../../../workspaces/index.ts'
import { measure } from '../../measure/measure.ts'
import { insertIntroduction } from '../introduction.store.ts'
import { readRoundReport, type RoundReport } from '../report.load.ts'
import { roundCrumbs, roundsPath } from './paths.ts'
import { matterFrom } from './report-text.ts'
import { ReportView } from './report-view.tsx'
import { reportWords } from './report.words.ts'

const fields = { innledning: { type: 'longText', max: 2_000, label: { nb: '', nn: '', en: '' } } } as const satisfies Fields

export type ReportLoaded = RoundReport & {
  /** May write what stands first, and take things up: the secretariat, while the workspace is in use. */
  leads: boolean
  places: RaisePlace[]
}

/** The report of a round, for all members: what a mayor reads at a glance, then what needs a decision, then measure by measure. */
export const reportPage = page<InWorkspace, ReportLoaded>({
  path: '/arbeidsrom/:workspace/plan/status/:round{[0-9]+}/rapport',
  access: workspaceMembers,
  styles: ['status.page.css'],
  load: async ({ db, viewer, now }, { workspace }, params) => {
    const leads = workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading)
    const [report, places] = await Promise.all([readRoundReport(db, viewer, workspace.id, Number(params.round)), leads ? placesToRaise(db, viewer, workspace.id, now) : []])
    return report && { ...report, leads, places }
  },
  title: ({ round }, { lang }) => reportWords[lang].title(round.title),
  crumbs: ({ round }, { lang }, { workspace }) => [...roundCrumbs(workspace, lang, true), { text: round.title, href: roundsPath(workspace, String(round.number)) }],
  actions: {
    introduce: async (work, { request, scope: { workspace }, loaded: { round, leads, introductions }, raw }) => {
      if (!leads) return { refused: 'forbidden' }
      const { values, errors } = parseFields(fields, raw, request.lang)
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      const text = typeof values.innledning === 'string' ? values.innledning : ''
      const done = { done: { to: request.pathname, flash: { text: reportWords[request.lang].saved } } }
      if (text === (introductions[0]?.text ?? '')) return done
      const edition = Number(firstText(raw, versionField))
      if (!Number.isInteger(edition) || edition !== (introductions[0]?.edition ?? 0)) return { refused: 'stale' }
      if (!(await insertIntroduction(work.tx, round.id, edition, text, { personId: work.viewer.person?.id ?? null, at: work.now.toString() }))) return { refused: 'stale' }
      work.record({ workspaceId: workspace.id, what: 'status.introduced', body: { round: round.id, number: round.number, edition: edition + 1, text } })
      return done
    },
    raise: async (work, { request, scope: { workspace }, loaded: { round, rows, leads, places }, raw }) => {
      const row = rows.find((one) => String(one.item.number) === firstText(raw, 'tiltak'))
      if (!leads) return { refused: 'forbidden' }
      if (!row?.answer.sending) return { refused: 'missing' }
      const to = readPlace(raw, row.item.number, places, request.lang)
      if ('errors' in to) return { refused: { errors: to.errors } }
      const raised = await raiseAbout(work, workspace, { ...matterFrom(row, round, workspace.language), ownerId: row.answer.sending.organisationId, about: { id: row.item.id, kind: measure.name } }, to)
      if ('refused' in raised) return { refused: raised.refused === 'already' ? { message: raiseWords[request.lang].already } : 'forbidden' }
      return { done: { to: `${request.pathname}#tiltak-${row.item.number}`, flash: { text: raisedText(to, request.lang) } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <ReportView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})
