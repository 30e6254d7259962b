import { writeXlsx } from '../../platform/document/sheet/write-xlsx.ts'
import { resource } from '../../platform/http/page.ts'
import { readHeads } from '../../platform/item/item.store.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { answersIn, findRound, measure, roundWords, toldBy } from '../../modules/plans/index.ts'
import { type InWorkspace, workspaceMembers } from '../../modules/workspaces/index.ts'

const states: Readonly<Record<string, { text: Record<'nb' | 'nn' | 'en', string> }>> = measure.states

/** A status round as a spreadsheet, for members: what was answered about each measure that they may see. Text is text, never a formula. */
export const statusExportResource = resource({
  path: '/arbeidsrom/:workspace/plan/status/:round/runde.xlsx',
  access: workspaceMembers,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const { db, viewer, lang } = request
    const w = roundWords[lang]
    const round = await findRound(db, workspace.id, Number(params.round) || 0)
    if (!round || round.state === 'draft') return null
    const answers = await answersIn(db, [round.id])
    const seen = new Set((await readHeads(db, viewer, { workspaceId: workspace.id, ids: answers.map((one) => one.itemId) })).map((head) => head.id))
    const rows = answers.filter((one) => seen.has(one.itemId)).map(({ title, sending }) => (sending ? [
      title, sending.notOurs ? w.disowned : (states[sending.state ?? '']?.text[lang] ?? ''), sending.note ?? sending.whyNot ?? '', sending.result ?? '', sending.decision ?? '',
      toldBy({ ...sending, at: sending.sentAt }, lang), sending.organisation ?? '', osloDate(sending.sentAt).toString(),
    ] : [title, w.notYet, '', '', '', '', '', '']))
    const bytes = writeXlsx([{ name: w.answers, rows: [[w.measure, w.status, w.said, w.result, w.needDecision, w.how, w.organisation, w.answered], ...rows] }])
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="${workspace.slug}-status-${round.number}.xlsx"`,
        'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
      },
    })
  },
})
