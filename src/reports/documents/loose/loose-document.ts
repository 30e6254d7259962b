import type { Block, Document } from '../../../platform/document/index.ts'
import type { Request } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { formatDate, formatList } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type LooseGroupTold, looseThreadsPath, readLooseThreads, stepWords, threadHealth } from '../../../modules/thread/index.ts'
import type { Format, Workspace } from '../../../modules/workspaces/index.ts'
import { documentOf } from '../about.ts'
import { documentWords } from '../documents.words.ts'
import { titled } from '../says.ts'

/** All loose threads, the most serious first: what is missing, why it counts, on what, and where it is mended. A spreadsheet has them all in one sheet. */
export async function looseDocument(catalogue: Catalogue, request: Request, workspace: Workspace, format: Format): Promise<Document> {
  const { lang, now, platform } = request
  const w = documentWords[lang]
  const [groups, health] = await Promise.all([readLooseThreads(catalogue, request, workspace), threadHealth(catalogue, request, workspace)])
  const day = formatDate(osloDate(now), lang)
  const whole = new URL(looseThreadsPath(workspace), platform.config.baseUrl).href
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const none: Block[] = [{ is: 'note', mark: 'holds', text: w.looseNone }]
  return documentOf(request, workspace, w.looseThreads, [
    { is: 'paragraph', tone: 'lead', text: `${w.loose(count)}. ${w.looseLead}` },
    ...(health.notInUse.length > 0 ? [{ is: 'paragraph' as const, tone: 'quiet' as const, text: w.notInUse(formatList(health.notInUse.map((step) => stepWords[lang][step].toLocaleLowerCase(lang)), lang)) }] : []),
    ...(groups.length === 0 ? none : format === 'xlsx' ? [inOneTable(groups, request)] : groups.flatMap((group) => groupBlocks(group, request))),
    { is: 'paragraph', text: [`${w.mendAt}: `, { text: whole, href: whole }] },
    { is: 'source', text: `${w.source(w.theCheck, day)} ${w.yours}` },
  ])
}

function groupBlocks({ rule, count, threads }: LooseGroupTold, { lang, platform }: Request): Block[] {
  const w = documentWords[lang]
  const words = rule.words[lang]
  return [
    { is: 'heading', level: 2, text: `${words.title} (${count})` },
    { is: 'facts', facts: [{ term: w.why, value: words.why }, { term: w.mend, value: words.mend }] },
    {
      is: 'table', columns: [{ header: w.item, width: 4 }, { header: w.since, width: 1.4 }, { header: w.mendAt, width: 1.1 }],
      rows: threads.map(({ item, name, since, href }) => [
        { line: item ? titled(item, lang) : name }, { line: formatDate(osloDate(since), lang), value: { day: osloDate(since).toString() } }, { line: [{ text: w.openHere, href: new URL(href, platform.config.baseUrl).href }] },
      ]),
    },
  ]
}

function inOneTable(groups: readonly LooseGroupTold[], { lang, platform }: Request): Block {
  const w = documentWords[lang]
  return {
    is: 'table', name: w.looseThreads, columns: [{ header: w.kind, width: 2 }, { header: w.number, width: 0.6 }, { header: w.item, width: 4 }, { header: w.since }, { header: w.mend, width: 3 }, { header: w.mendAt, width: 3 }],
    rows: groups.flatMap(({ rule, threads }) => threads.map(({ item, name, since, href }) => [
      { line: rule.words[lang].title }, { line: item ? String(item.number) : '', value: item?.number }, { line: name }, { line: osloDate(since).toString(), value: { day: osloDate(since).toString() } }, { line: rule.words[lang].mend }, { line: new URL(href, platform.config.baseUrl).href },
    ])),
  }
}
