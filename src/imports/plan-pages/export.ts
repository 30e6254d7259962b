import { Readable } from 'node:stream'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findFile } from '../../platform/files/file.store.ts'
import { fileHeaders } from '../../platform/files/headers.ts'
import { resource } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { organisationsById } from '../../modules/actors/index.ts'
import { measure } from '../../modules/plans/index.ts'
import { type InWorkspace, workspaceLeading, workspaceReaders, type Workspace } from '../../modules/workspaces/index.ts'
import { type PeriodKind, type Status, writePlan, type WrittenPlan } from '../plan/index.ts'
import type { Said } from './compare/said.ts'
import { readStanding } from './compare/standing.store.ts'
import { findImport } from './plan-import.store.ts'

/** The plan that a viewer may read, in the words of a spreadsheet. Read in again it changes nothing. */
export async function planToWrite(db: Reader, viewer: Viewer, workspace: Pick<Workspace, 'id' | 'areasAboveGoals'>): Promise<WrittenPlan> {
  const { all } = await readStanding(db, viewer, workspace)
  const of = (kind: string) => all.filter((each) => each.kind === kind && !each.removed)
  const [goals, areas, measures] = [of('goal'), of('priority_area'), of('measure')]
  const ids = new Map([...goals.map((each, i) => [each.id, `g${i + 1}`] as const), ...areas.map((each, i) => [each.id, `a${i + 1}`] as const)])
  const idOf = (id: string): string[] => (ids.has(id) ? [ids.get(id) ?? ''] : [])
  const organisations = await organisationsById(db, measures.flatMap(({ said }) => [...said.owners, ...said.partners]))
  const nameOf = (id: string): string[] => (organisations.has(id) ? [organisations.get(id)?.name ?? ''] : [])
  return {
    goals: goals.map(({ id, said }) => ({ id: ids.get(id) ?? '', number: said.number, title: said.title })),
    priorityAreas: areas.map(({ id, said }) => ({ id: ids.get(id) ?? '', number: said.number, title: said.title, goals: said.goals.flatMap(idOf) })),
    measures: measures.map(({ said }) => ({
      title: said.title, number: said.number, goals: said.goals.flatMap(idOf), priorityArea: said.area === null ? null : (idOf(said.area)[0] ?? null),
      owners: said.owners.flatMap(nameOf), partners: said.partners.flatMap(nameOf), period: periodOf(said), status: statusOf(said), cost: costOf(said),
      indicators: linesOf(said.indicators), anchoring: linesOf(said.anchoring), notes: said.notes, source: { sheet: '', row: 0 },
    })),
  }
}

function periodOf({ period: { text, start, end, again } }: Said): WrittenPlan['measures'][number]['period'] {
  const kind: PeriodKind = again ?? (start && end ? 'period' : end ? 'deadline' : start ? 'start' : 'unknown')
  return { text, start, end, kind }
}

const states: Readonly<Record<string, { text: { nb: string } }>> = measure.states

function statusOf({ status: { state, note } }: Said): { text: string; normalised: Status | null } {
  return { text: note ?? (state === null ? '' : (states[state]?.text.nb ?? '')), normalised: state as Status | null }
}

function costOf({ cost: { byYear, total } }: Said): { total: number | null; byYear: Readonly<Record<string, number>> } {
  const amounts = Object.values(byYear)
  return { byYear, total: total ?? (amounts.length === 0 ? null : amounts.reduce((all, each) => all + each, 0)) }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** The plan as .xlsx, for whoever may read the workspace; with what each of them may read. */
export const exportResource = resource({
  path: '/arbeidsrom/:workspace/plan/eksport.xlsx',
  access: workspaceReaders,
  respond: async (request, { workspace }: InWorkspace) => {
    const bytes = writePlan(await planToWrite(request.db, request.viewer, workspace))
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="${workspace.slug}-plan-${osloDate(request.now).toString()}.xlsx"`,
        'Content-Length': String(bytes.byteLength),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  },
})

/** The spreadsheet that a plan was brought in from, as it was. */
export const importedFileResource = resource({
  path: '/arbeidsrom/:workspace/plan/importer/:id/fil',
  access: workspaceLeading,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const one = await findImport(request.db, workspace.id, params.id ?? '')
    const file = one && (await findFile(request.db, one.fileId))
    const body = file && (await request.platform.files.read(file.sha256))
    return file && body ? new Response(Readable.toWeb(body) as ReadableStream, { headers: fileHeaders(file) }) : null
  },
})
