import type { Child, PropsWithChildren } from 'hono/jsx'
import { page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatDate, formatDateShort, formatList } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { measure, type PlanItem } from '../../modules/plans/index.ts'
import { ItemState, type LooseWords, ThreadStrip } from '../../modules/thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../modules/workspaces/index.ts'
import { Heading, State, Tag } from '../../ui/index.ts'
import { goalsOf, readSheet } from './read-sheet.ts'
import { clip, comingOf, few, type Few, lateFirst, type Month, room } from './sheet.ts'
import { sheetWords } from './sheet.words.ts'

const Section = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

function Lines<T>({ list, none, lang, line }: { list: Few<T>; none: string; lang: Lang; line: (one: T) => Child }) {
  if (list.shown.length === 0) return <p>{none}</p>
  return (
    <ul>
      {list.shown.map((one) => <li>{line(one)}</li>)}
      {list.more > 0 ? <li class="hint">{sheetWords[lang].more(list.more)}</li> : null}
    </ul>
  )
}

const who = (item: PlanItem, lang: Lang) => (item.owners.length > 0 ? clip(formatList(item.owners.map((one) => one.name), lang), 34) : sheetWords[lang].noOwner)

/** The number of measures in each state, with a bar that says the same. */
const Status = ({ items, lang }: { items: readonly PlanItem[]; lang: Lang }) => {
  const w = sheetWords[lang]
  const measures = items.filter((item) => item.kind === 'measure')
  if (measures.length === 0) return <p>{w.none}</p>
  return (
    <table class="chair-sheet-status">
      <tbody>
        {Object.keys(measure.states).map((state) => {
          const n = measures.filter((item) => item.state === state).length
          return (
            <tr>
              <th scope="row"><ItemState kind={measure} state={state} lang={lang} /></th>
              <td class="number">{n}</td>
              <td aria-hidden="true"><svg viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none">{n > 0 ? <rect width={((100 * n) / measures.length).toFixed(1)} height="8" fill="currentColor" /> : null}</svg></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const MonthLines = ({ month, lang }: { month: Month; lang: Lang }) => {
  const w = sheetWords[lang]
  const named = (count: (n: number) => string, titles: readonly string[]) => {
    const list = few(titles, room.month)
    return titles.length === 0 ? null : <li><strong>{count(titles.length)}</strong>: {list.shown.map((title) => `«${clip(title, 50)}»`).join(', ')}{list.more > 0 ? ` ${w.more(list.more)}` : ''}</li>
  }
  const counts = [[month.newMeasures, w.newMeasures], [month.postponed, w.postponed], [month.gone, w.gone]] as const
  const told = counts.flatMap(([n, text]) => (n > 0 ? [text(n)] : []))
  if (told.length === 0 && month.completed.length + month.results.length + month.decided.length === 0) return <p>{w.sinceNone}</p>
  return (
    <ul>
      {named(w.completed, month.completed)}
      {named(w.results, month.results)}
      {named(w.decided, month.decided)}
      {told.length > 0 ? <li>{told.join(', ')}</li> : null}
    </ul>
  )
}

/** One A4 for the chair: where the thread holds, what is loose, what must be decided, what is late, and what the month brought. */
export const sheetPage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/arbeidsrom/:workspace/ark',
    styles: ['chair-sheet.page.css'],
    access: workspaceReaders,
    shared: true,
    listed: true,
    load: (request, { workspace }: InWorkspace) => readSheet(catalogue, looseWords, request, workspace),
    title: (_, request, { workspace }) => `${sheetWords[request.lang].title}: ${workspace.title}`,
    bare: true,
    islands: ['print-sheet'],
    view: (sheet, request, { workspace }) => {
      const { items, decisions, overview, summary, health, month, since, counts } = sheet
      const { lang, now } = request
      const w = sheetWords[lang]
      const today = formatDate(osloDate(now), lang)
      return (
        <>
          <p class="no-print chair-sheet-tools"><a href={workspacePath(workspace)}>{w.back}</a> <print-sheet data-label={w.print}><span class="hint">{w.how}</span></print-sheet> <a href={workspacePath(workspace, 'last-ned/ark.pdf')}>PDF</a> <a href={workspacePath(workspace, 'last-ned/ark.docx')}>Word</a></p>
          <article class="chair-sheet" lang={lang}>
            <header>
              <Heading level={1} lang={workspace.language === lang ? undefined : workspace.language}>{clip(workspace.title, 90)} {workspace.example ? <Tag>{w.example}</Tag> : null}</Heading>
              <p>{w.on(today)}. {clip(counts, 160)}</p>
            </header>
            <div class="chair-sheet-wide">
              <Section title={w.thread}>
                <p>{summary}</p>
                <ThreadStrip lang={lang} overview={overview} />
              </Section>
            </div>
            <div>
              <Section title={w.want}>
                <Lines
                  lang={lang} none={w.wantNone} list={few(goalsOf(sheet, workspace, now), room.goals)}
                  line={({ item, done, all }) => <><strong>{item.code ? `${clip(item.code, 8)} ` : null}<span lang={item.language === lang ? undefined : item.language}>{clip(item.title, 55)}</span></strong><div class="hint">{w.done(done, all)}</div></>}
                />
              </Section>
              <Section title={w.decide}>
                <Lines lang={lang} none={w.decideNone} list={few(decisions, room.decisions)} line={({ text, about }) => <>{clip(text, 85)}{about ? <div class="hint">{w.measure}: {clip(about, 45)}</div> : <div class="hint">{w.decision}</div>}</>} />
              </Section>
              <Section title={w.next}>
                <Lines
                  lang={lang} none={w.nextNone} list={few(comingOf(sheet, now), room.next)}
                  line={({ title, on, of }) => <>{clip(title, 50)}<div class="hint">{formatDateShort(on, lang)}{of ? ` · ${w.milestone}: ${clip(of, 40)}` : null}</div></>}
                />
              </Section>
            </div>
            <div>
              <Section title={w.status}><Status items={items} lang={lang} /></Section>
              <Section title={`${w.looseTitle}: ${w.loose(health.total).toLocaleLowerCase(lang)}`}>
                <Lines lang={lang} none={w.looseNone} list={few(health.top, room.loose)} line={(one) => <><State lang={lang} kind="loose">{one.text}</State><div class="hint">{clip(one.title, 50)}</div></>} />
                {changeText(health.changeSinceMonth, lang)}
              </Section>
              <Section title={w.late}>
                <Lines
                  lang={lang} none={w.lateNone} list={few(lateFirst(items, now), room.late)}
                  line={(item) => <>{clip(item.title, 60)}<div class="hint">{who(item, lang)}, {item.endsOn ? w.by(formatDateShort(item.endsOn, lang)) : w.said}</div></>}
                />
              </Section>
            </div>
            <div class="chair-sheet-wide">
              <Section title={w.since(formatDate(since, lang))}><MonthLines month={month} lang={lang} /></Section>
            </div>
            <footer><p>{w.source(`${w.plan}, ${w.check}, ${w.changes}`, today)}. {w.foot}</p></footer>
          </article>
        </>
      )
    },
  })

/** Fewer or more than a month ago; nothing when nobody counted then. */
const changeText = (change: number | null, lang: Lang) =>
  change === null ? null : <p class="hint">{change === 0 ? sheetWords[lang].same : (change < 0 ? sheetWords[lang].fewer : sheetWords[lang].moreThen)(Math.abs(change))}</p>
