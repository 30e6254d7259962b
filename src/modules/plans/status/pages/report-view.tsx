import { scaleLinear } from 'd3-scale'
import type { Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import { formatDate, formatDateTime } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { isUnsettled, RaiseForm, TakenUp } from '../../../arenas/index.ts'
import { itemPath, ItemState } from '../../../thread/index.ts'
import { workspacePath } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, type Column, DataTable, Details, Downloads, ErrorSummary, Form, FormActions, formState, Heading, Lead, Prose, State, type StateKind, TextArea } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import type { ReportRow } from '../report.load.ts'
import { type Verdict, verdicts } from '../report.ts'
import { roundsPath } from './paths.ts'
import type { ReportLoaded } from './report-page.tsx'
import { decisionsIn, glanceOf, putsText, saidBy, stoppedIn } from './report-text.ts'
import { reportWords } from './report.words.ts'

type Props = { loaded: ReportLoaded; request: Request; workspace: WorkspaceHead; returned: Returned | null }

const shapes: Record<Verdict, StateKind> = { better: 'completed', same: 'neutral', worse: 'watch', stopped: 'cancelled', new: 'in_progress', disowned: 'watch', silent: 'not_started' }
const width = 120

/** Text beside numbers: a few sentences, what the secretariat says, what somebody must do, then measure by measure. */
export const ReportView = ({ loaded, request, workspace, returned }: Props) => {
  const { lang } = request
  const w = reportWords[lang]
  const { round, rows } = loaded
  const [decisions, stopped] = [decisionsIn(rows), stoppedIn(rows)]
  return (
    <>
      <p class="kind-line">{w.kind}{round.closedAt ? ` · ${w.over(formatDate(osloDate(round.closedAt), lang))}` : ''}</p>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{glanceOf(loaded, lang).join(' ')}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      <Introduction loaded={loaded} request={request} workspace={workspace} returned={returned} />
      <div class="actions no-print"><ButtonLink href={roundsPath(workspace, String(round.number))} variant="quiet">{w.toRound}</ButtonLink></div>
      <Downloads lang={lang} path={workspacePath(workspace, `last-ned/statusrunde-${round.number}`)} formats={['pdf', 'docx']} />
      <Glance loaded={loaded} lang={lang} />
      {decisions.length > 0 ? <ToTakeUp id="avgjorelser" title={w.decide} lead={loaded.leads ? w.decideLead : null} rows={decisions} of={{ loaded, request, workspace, returned }} /> : null}
      {stopped.length > 0 ? <ToTakeUp id="stoppet" title={w.stopped} lead={w.stoppedLead} rows={stopped.filter((row) => !decisions.includes(row))} of={{ loaded, request, workspace, returned }} /> : null}
      <Measures rows={rows} lang={lang} workspace={workspace} />
      <Milestones rows={rows} lang={lang} workspace={workspace} />
      <Elsewhere loaded={loaded} lang={lang} workspace={workspace} />
      <p class="hint">{w.source(round.title)}</p>
    </>
  )
}

const Introduction = ({ loaded: { introductions, leads }, request: { lang, pathname }, returned }: Props) => {
  const w = reportWords[lang]
  const [latest, ...older] = introductions
  const text = latest?.text ?? ''
  const own = returned?.action === 'introduce' ? returned : null
  if (text === '' && !leads && older.length === 0) return null
  return (
    <section aria-labelledby="viktigst">
      <Heading level={2} id="viktigst">{w.introduction}</Heading>
      {text === '' ? <p>{w.noIntroduction}</p> : <Prose text={text} />}
      {own?.stale ? <Alert colour="warning" title={w.stale}><p>{w.staleText}</p><Prose text={text} /><p>{w.staleYours}</p></Alert> : null}
      {leads ? (
        <Details summary={text === '' ? w.write : w.rewrite} open={own !== null}>
          <Form action={pathname} does="introduce" submissionKey={crypto.randomUUID()} version={latest?.edition ?? 0} guard unsaved={own !== null}>
            <TextArea lang={lang} state={formState(own, { innledning: text })} name="innledning" label={w.introductionLabel} hint={w.introductionHint} rows={5} optional />
            <FormActions><Button>{w.save}</Button></FormActions>
          </Form>
        </Details>
      ) : null}
      {older.length > 0 ? (
        <Details summary={w.earlier}>
          <ul>{older.map((one) => <li><span class="hint">{w.writtenBy(one.by ?? w.someone, formatDateTime(one.at, lang))}</span> <span class="status-said">{one.text || w.emptied}</span></li>)}</ul>
        </Details>
      ) : null}
    </section>
  )
}

/** How many go which way, as bars in the table that says the same. */
const Glance = ({ loaded: { tally, rows }, lang }: { loaded: ReportLoaded; lang: Lang }) => {
  const w = reportWords[lang]
  const x = scaleLinear([0, Math.max(1, rows.length)], [0, width])
  const columns: Column<Verdict>[] = [
    { key: 'verdict', header: w.verdict, rowHeader: true, cell: (verdict) => <State lang={lang} kind={shapes[verdict]}>{w.verdicts[verdict]}</State> },
    {
      key: 'count', header: w.count,
      cell: (verdict) => <span class="status-bar"><svg class="load" viewBox={`0 0 ${width} 14`} width={width} height="14" aria-hidden="true" focusable="false"><rect x="0" y="2" width={x(tally[verdict]).toFixed(1)} height="10" /></svg> {tally[verdict]}</span>,
    },
  ]
  return (
    <section>
      <Heading level={2} id="korte-trekk">{w.glance}</Heading>
      <DataTable lang={lang} caption={w.glance} captionHidden columns={columns} rows={verdicts.filter((one) => tally[one] > 0)} />
    </section>
  )
}

const MeasureLink = ({ row: { item }, lang, workspace }: { row: ReportRow; lang: Lang; workspace: WorkspaceHead }) => <a href={itemPath(workspace, measure, item)} lang={item.language === lang ? undefined : item.language}>{item.title}</a>

/** Measures that somebody must do something with: what is asked for, in their own words, and a way to an arena; or where it was taken up. */
const ToTakeUp = ({ id, title, lead, rows, of: { loaded, request, workspace, returned } }: { id: string; title: string; lead: string | null; rows: readonly ReportRow[]; of: Props }) => {
  const { lang, pathname } = request
  if (rows.length === 0) return null
  const state = returned?.action === 'raise' ? formState(returned) : formState(null)
  return (
    <section>
      <Heading level={2} id={id}>{title}</Heading>
      {lead ? <p>{lead}</p> : null}
      <ul class="status-decide">
        {rows.map((row) => {
          const { item, answer: { sending }, matters } = row
          return (
            <li id={`tiltak-${item.number}`}>
              <Heading level={3} lang={item.language === lang ? undefined : item.language}>{sending?.decision ?? item.title}</Heading>
              <p>{sending?.decision ? <><MeasureLink row={row} lang={lang} workspace={workspace} /> · </> : null}<ItemState kind={measure} state={sending?.state ?? null} lang={lang} /></p>
              {sending?.note ? <p class="status-said">{sending.note}</p> : null}
              {sending ? <p class="hint">{saidBy(sending, lang)}</p> : null}
              <TakenUp lang={lang} workspace={workspace} matters={matters} />
              {loaded.leads && !matters.some(isUnsettled) ? (
                <div class="no-print"><RaiseForm of={{ lang, workspace, action: pathname, does: 'raise', about: sending?.decision ?? item.title, hidden: { tiltak: String(item.number) }, key: item.number, places: loaded.places, state }} /></div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Measures = ({ rows, lang, workspace }: { rows: readonly ReportRow[]; lang: Lang; workspace: WorkspaceHead }) => {
  const w = reportWords[lang]
  const columns: Column<ReportRow>[] = [
    { key: 'measure', header: w.measure, rowHeader: true, cell: (row) => <MeasureLink row={row} lang={lang} workspace={workspace} /> },
    { key: 'now', header: w.now, cell: ({ answer: { sending } }) => (sending?.notOurs ? w.verdicts.disowned : sending ? <ItemState kind={measure} state={sending.state} lang={lang} /> : <State lang={lang} kind="not_started">{w.verdicts.silent}</State>) },
    { key: 'last', header: w.last, cell: ({ last }) => (last === null ? <span class="hint">{w.never}</span> : last.disowned ? w.verdicts.disowned : <ItemState kind={measure} state={last.state} lang={lang} />) },
    { key: 'verdict', header: w.verdict, cell: ({ verdict }) => (verdict === 'silent' || verdict === 'disowned' ? '' : <State lang={lang} kind={shapes[verdict]}>{w.verdicts[verdict]}</State>) },
    {
      key: 'said', header: w.said,
      cell: ({ answer: { sending } }) => (sending === null ? '' : (
        <>
          {[sending.note, sending.whyNot].map((text) => (text ? <p class="status-said">{text}</p> : null))}
          {sending.result ? <p class="status-said"><strong>{w.result}:</strong> {sending.result}</p> : null}
          {sending.decision ? <p><State lang={lang} kind="watch">{w.decide}</State> {sending.decision}</p> : null}
          <p class="hint">{saidBy(sending, lang)}</p>
        </>
      )),
    },
    { key: 'puts', header: w.puts, cell: ({ puts }) => putsText(puts, lang) },
  ]
  return (
    <section>
      <Heading level={2} id="tiltakene">{w.measures}</Heading>
      <DataTable lang={lang} caption={w.measures} captionHidden columns={columns} rows={rows} />
    </section>
  )
}

const Milestones = ({ rows, lang, workspace }: { rows: readonly ReportRow[]; lang: Lang; workspace: WorkspaceHead }) => {
  const w = reportWords[lang]
  const found = rows.flatMap((row) => [...row.milestones.passed, ...row.milestones.missed].map((milestone) => ({ row, milestone })))
  const columns: Column<(typeof found)[number]>[] = [
    { key: 'milestone', header: w.milestone, rowHeader: true, cell: ({ milestone }) => milestone.title },
    { key: 'measure', header: w.measure, cell: ({ row }) => <MeasureLink row={row} lang={lang} workspace={workspace} /> },
    { key: 'when', header: w.when, cell: ({ milestone: { doneOn, dueOn } }) => <State lang={lang} kind={doneOn ? 'completed' : 'delayed'}>{doneOn ? w.reached(formatDate(doneOn, lang)) : dueOn ? w.missed(formatDate(dueOn, lang)) : ''}</State> },
  ]
  return (
    <section>
      <Heading level={2} id="milepaler">{w.passed}</Heading>
      {found.length === 0 ? <p>{w.passedNone}</p> : <DataTable lang={lang} caption={w.passed} captionHidden columns={columns} rows={found} />}
    </section>
  )
}

const Elsewhere = ({ loaded: { elsewhere }, lang, workspace }: { loaded: ReportLoaded; lang: Lang; workspace: WorkspaceHead }) => {
  const w = reportWords[lang]
  if (elsewhere.length === 0) return null
  return (
    <section>
      <Heading level={2} id="andre-systemer">{w.elsewhere}</Heading>
      <p>{w.elsewhereLead(elsewhere.length)}</p>
      <ul>{elsewhere.map((one) => <li><a href={itemPath(workspace, measure, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> ({one.href ? <a href={one.href} rel="noopener noreferrer">{one.system}</a> : one.system})</li>)}</ul>
    </section>
  )
}
