import { lastBackup } from '../../../platform/backup/index.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { v7 } from '../../../platform/item/id.ts'
import { queue } from '../../../platform/jobs/jobs.ts'
import { formatDateTime, formatNumber } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { Button, DataTable, Facts, Heading, Lead, State } from '../../../ui/index.ts'
import { BackupFacts } from './backup-facts.tsx'
import { sizeOf } from './size.ts'
import { insertVerify, latestVerify, storageOf } from './storage.store.ts'
import { verifyAsked } from './verify.job.ts'

const words = texts({
  nb: { up: 'Administrasjon', title: 'Lagring og kontroll', lead: 'Hvor mye plass det tar, og om alt henger sammen.', database: 'Databasen', files: 'Filer', content: 'Ulikt innhold', size: 'Filene til sammen', staged: 'Lastet opp og ikke tatt i bruk', verify: 'Kontroller alt', verifyText: 'Går gjennom alle hendelseskjeder, alle filer og alle løse tråder, uten å stoppe noe. Det kan ta en stund.', last: 'Siste kontroll', never: 'Ingen har kjørt kontrollen herfra ennå.', running: (when: string) => `Startet ${when}. Last siden på nytt for å se hvordan det gikk.`, sound: (when: string) => `Alt hang sammen ${when}.`, unsound: (when: string) => `Noe hang ikke sammen ${when}. Vis dette til den som drifter.`, asked: 'Kontrollen er satt i gang.', under: 'En kontroll er alt i gang.', tables: 'De største tabellene', table: 'Tabell', rows: 'Rader, omtrent', bytes: 'Plass', by: (who: string) => `Bedt om av ${who}.` },
  nn: { up: 'Administrasjon', title: 'Lagring og kontroll', lead: 'Kor mykje plass det tek, og om alt heng saman.', database: 'Databasen', files: 'Filer', content: 'Ulikt innhald', size: 'Filene til saman', staged: 'Lasta opp og ikkje tekne i bruk', verify: 'Kontroller alt', verifyText: 'Går gjennom alle hendingskjeder, alle filer og alle lause trådar, utan å stoppe noko. Det kan ta ei stund.', last: 'Siste kontroll', never: 'Ingen har køyrt kontrollen herifrå enno.', running: (when: string) => `Starta ${when}. Last sida på nytt for å sjå korleis det gjekk.`, sound: (when: string) => `Alt hang saman ${when}.`, unsound: (when: string) => `Noko hang ikkje saman ${when}. Vis dette til den som driftar.`, asked: 'Kontrollen er sett i gang.', under: 'Ein kontroll er alt i gang.', tables: 'Dei største tabellane', table: 'Tabell', rows: 'Rader, om lag', bytes: 'Plass', by: (who: string) => `Bede om av ${who}.` },
  en: { up: 'Administration', title: 'Storage and checks', lead: 'How much room it takes, and whether everything holds together.', database: 'The database', files: 'Files', content: 'Different contents', size: 'The files together', staged: 'Uploaded and not used', verify: 'Check everything', verifyText: 'Goes through all event chains, all files and all loose threads, without stopping anything. It may take a while.', last: 'Last check', never: 'Nobody has run the check from here yet.', running: (when: string) => `Started ${when}. Load the page again to see how it went.`, sound: (when: string) => `Everything held together ${when}.`, unsound: (when: string) => `Something did not hold together ${when}. Show this to whoever operates it.`, asked: 'The check is under way.', under: 'A check is under way already.', tables: 'The largest tables', table: 'Table', rows: 'Rows, about', bytes: 'Room', by: (who: string) => `Asked for by ${who}.` },
})

/** How much room it takes, and the check of everything, which runs as work in the background. */
export const storagePage = page({
  path: '/admin/lagring',
  access: administrators,
  load: async ({ db, platform: { config } }) => {
    const [storage, verify, backup] = await Promise.all([storageOf(db), latestVerify(db), lastBackup(config.dataDir)])
    return { storage, verify, backup }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
  actions: {
    verify: async (work, { request }) => {
      const w = words[request.lang]
      const id = v7(work.now.epochMilliseconds)
      if (!(await insertVerify(work.tx, { id, by: request.viewer.person?.id ?? '', now: work.now }))) return { refused: { message: w.under } }
      await queue(work.tx, verifyAsked, { run: id })
      return { done: { to: request.pathname, flash: { text: w.asked } } }
    },
  },
  view: ({ storage, verify, backup }, { lang, pathname, now }) => {
    const w = words[lang]
    const n = (value: number) => formatNumber(value, lang)
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <Facts facts={[
          { term: w.database, value: sizeOf(storage.database, lang) }, { term: w.files, value: n(storage.files) }, { term: w.content, value: n(storage.contents) }, { term: w.size, value: sizeOf(storage.fileBytes, lang) }, { term: w.staged, value: n(storage.orphans) },
        ]} />
        <BackupFacts lang={lang} last={backup} now={now} />
        <section>
          <Heading level={2}>{w.last}</Heading>
          {!verify ? <p>{w.never}</p> : verify.doneAt === null ? <p>{w.running(formatDateTime(verify.askedAt, lang))}</p> : (
            <>
              <p><State lang={lang} kind={verify.sound ? 'holds' : 'loose'}>{(verify.sound ? w.sound : w.unsound)(formatDateTime(verify.doneAt, lang))}</State></p>
              <ul>{verify.lines.map((line) => <li>{line}</li>)}</ul>
            </>
          )}
          {verify?.by ? <p class="hint">{w.by(verify.by)}</p> : null}
          <form method="post" action={pathname}><p>{w.verifyText}</p><p><Button name="handling" value="verify" variant="primary">{w.verify}</Button></p></form>
        </section>
        <section>
          <Heading level={2}>{w.tables}</Heading>
          <DataTable lang={lang} caption={w.tables} captionHidden rows={storage.tables} columns={[
            { key: 'table', header: w.table, rowHeader: true, cell: (one) => one.table }, { key: 'rows', header: w.rows, align: 'number', cell: (one) => n(one.rows) }, { key: 'bytes', header: w.bytes, align: 'number', cell: (one) => sizeOf(one.bytes, lang) },
          ]} />
        </section>
      </>
    )
  },
})
