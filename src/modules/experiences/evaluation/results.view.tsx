import type { Child } from 'hono/jsx'
import type { PartContext } from '../../../platform/item/manifest.ts'
import { capitalised, formatList, formatNumber, formatPercent } from '../../../platform/text/format.ts'
import { type Column, DataTable, Details, Heading, Sparkline } from '../../../ui/index.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { Bars } from './bars.tsx'
import type { Became } from './finding.store.ts'
import { dontKnow, type PartnerType, scores, topics } from './form.ts'
import { formWords, scoreText, statementText, topicName, typeName } from './form.words.ts'
import { evaluationPath } from './pages/paths.ts'
import type { EvaluationResults } from './results.load.ts'
import { agreedIn, inWords, saidOf, sinceLast } from './results.text.ts'
import { type Result, typesIn } from './results.ts'
import { resultWords } from './results.words.ts'
import type { Word } from './tally.store.ts'

type Props = { results: EvaluationResults; may: boolean; context: PartContext }

/** The items that a finding became, each with what it is. */
const Becomes = ({ became, context: { catalogue, workspace, request: { lang } } }: { became: readonly Became[]; context: PartContext }): Child =>
  became.map((one) => {
    const kind = catalogue.kinds.get(one.kind)
    return kind ? <div>{capitalised(kind.words[lang].one)}: <a href={workspacePath(workspace, `${kind.segment}/${one.number}`)}>{one.title}</a></div> : null
  })

/** Each statement: the answers as a picture, the middle, the spread and who agrees in a sentence each, and what it became. */
const Statements = ({ results: { statements, over, became }, may, context }: Props) => {
  const { request: { lang }, workspace, item } = context
  const [w, f] = [resultWords[lang], formWords[lang]]
  return statements.map((one) => (
    <section class="item-rows" aria-labelledby={`p-${one.statement.name}`}>
      <Heading level={3} id={`p-${one.statement.name}`}>{statementText(one.statement, f)}</Heading>
      {one.counts ? <Bars counts={one.counts} lang={lang} /> : <p>{w.tooFew}</p>}
      {one.figures ? <p>{saidOf(one.figures, lang)} {w.agree(formatPercent(one.figures.agree, lang, { decimals: 0 }), sinceLast(one, over.at(-2), lang))}</p> : one.counts ? <p>{w.noStand}</p> : null}
      <Becomes became={became.filter((made) => made.statement === one.statement.name)} context={context} />
      {may && one.counts ? <p class="no-print"><a href={evaluationPath(workspace, item, `ta-videre?pastand=${one.statement.name}`)}>{w.take}<span class="ds-sr-only">: {topicName(one.statement.name, [one.statement], f)}</span></a></p> : null}
    </section>
  ))
}

/** The numbers behind the pictures. */
const Numbers = ({ results: { statements }, context: { request: { lang } } }: Props) => {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const shown = statements.filter((one) => one.counts !== null)
  const columns: Column<Result>[] = [
    { key: 'statement', header: w.statement, rowHeader: true, cell: (one) => statementText(one.statement, f) },
    ...[...scores, dontKnow].map((score): Column<Result> => ({ key: String(score), header: scoreText(score, f), align: 'number', cell: (one) => String(one.counts?.[score] ?? 0) })),
  ]
  return shown.length === 0 ? null : <Details summary={w.numbers}><DataTable lang={lang} caption={w.results} captionHidden columns={columns} rows={shown} /></Details>
}

/** The middle of the answers of each group that is large enough; those who left are one of them. */
const ByType = ({ results: { statements }, context: { request: { lang } } }: Props) => {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const types = typesIn(statements)
  const columns: Column<Result>[] = [
    { key: 'statement', header: w.statement, rowHeader: true, cell: (one) => statementText(one.statement, f) },
    ...types.map((type: PartnerType): Column<Result> => ({ key: type, header: typeName(type, f), cell: (one) => { const figures = one.types.get(type); return figures ? <>{inWords(figures.median, lang)} <span class="hint">({figures.answered})</span></> : w.hidden } })),
  ]
  return (
    <section>
      <Heading level={2} id="grupper">{w.byType}</Heading>
      {types.length === 0 ? <p>{w.byTypeNone}</p> : <><p>{w.byTypeLead}</p><DataTable lang={lang} caption={w.byType} captionHidden columns={columns} rows={statements} /></>}
      <p class="hint">{w.anonymous}</p>
    </section>
  )
}

/** The share that agrees, from one evaluation to the next: a small line for each statement, with its numbers. */
const OverTime = ({ results: { statements, over }, context: { request: { lang } } }: Props) => {
  const [w, f] = [resultWords[lang], formWords[lang]]
  if (over.length < 2) return null
  const percent = (share: number | null) => (share === null ? '–' : formatPercent(share, lang, { decimals: 0 }))
  const line = (one: Result) => {
    const known = over.flatMap((then) => { const agree = agreedIn(one, then); return agree === null ? [] : [{ title: then.title, agree }] })
    return known.length < 2 ? '' : <Sparkline values={known.map(({ agree }) => agree)} label={w.trend(topicName(one.statement.name, [one.statement], f), formatList(known.map(({ title, agree }) => `${title} ${percent(agree)}`), lang))} />
  }
  const columns: Column<Result>[] = [
    { key: 'statement', header: w.statement, rowHeader: true, cell: (one) => statementText(one.statement, f) },
    { key: 'line', header: w.over, cell: line },
    ...over.map((then, nth): Column<Result> => ({ key: String(nth), header: then.title, align: 'number', cell: (one) => percent(agreedIn(one, then)) })),
  ]
  return <section><Heading level={2} id="over-tid">{w.over}</Heading><p>{w.overLead}</p><DataTable lang={lang} caption={w.over} captionHidden columns={columns} rows={statements} /></section>
}

/** What was written, by what it is about, for those who lead. */
const Words = ({ results: { form, became }, words, may, context }: Props & { words: readonly Word[] }) => {
  const { request: { lang }, workspace, item } = context
  const [w, f] = [resultWords[lang], formWords[lang]]
  return (
    <section>
      <Heading level={2} id="ord">{w.words}</Heading>
      <p>{words.length === 0 ? w.noWords : w.wordsLead}</p>
      {topics.filter((topic) => words.some((one) => one.topic === topic)).map((topic) => (
        <Details summary={`${topicName(topic, form, f)} (${formatNumber(words.filter((one) => one.topic === topic).length, lang)})`}>
          <ul>
            {words.filter((one) => one.topic === topic).map((one) => (
              <li id={`ord-${one.id}`}>
                <q>{one.text}</q>
                <Becomes became={became.filter((made) => made.wordId === one.id)} context={context} />
                {may ? <div class="no-print"><a href={evaluationPath(workspace, item, `ta-videre?ord=${one.id}`)}>{w.take}</a></div> : null}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  )
}

/** The results as far as the viewer may see them. */
export const ResultsView = (props: Props) => {
  const w = resultWords[props.context.request.lang]
  if (!props.results.enough) return <p>{w.few}</p>
  return (
    <>
      <Statements {...props} />
      <Numbers {...props} />
      <OverTime {...props} />
      <ByType {...props} />
      {props.results.words ? <Words {...props} words={props.results.words} /> : null}
    </>
  )
}
