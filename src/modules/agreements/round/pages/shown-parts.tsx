import type { Child } from 'hono/jsx'
import type { Request } from '../../../../platform/http/page.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { type Column, DataTable, Details, Filters, Heading, Select, State } from '../../../../ui/index.ts'
import { type Change, type Standing, standings } from '../match.ts'
import type { Row, Said, Shown } from '../shown.store.ts'
import { kindWords } from './kind.words.ts'
import { MatrixPicture } from './matrix-picture.tsx'
import { roundWords } from './round.words.ts'
import { shapeOf } from './standing-shape.ts'

const wholeName = 'alle'

/** All offers have their own table; beside an expectation more than these hide the others. */
const fewOffers = 3

/** What `name` of the query chooses among what there is. */
function chosenIn({ query }: Pick<Request, 'query'>, shown: Shown): { who: string | null; how: Standing | null } {
  const who = query.get('organisasjon')
  return { who: who === wholeName || (who !== null && shown.names.has(who)) ? who : null, how: standings.find((one) => one === query.get('star')) ?? null }
}

/** A round that is shown: the sums, the picture, the table that says the same, offers and needs, and what changed. `replyHref` is for those who may write a reply in. */
export const ShownParts = ({ shown, request, replyHref }: { shown: Shown; request: Request; replyHref: ((statementId: string) => string) | null }) => {
  const { lang, pathname, query } = request
  const [w, k] = [roundWords[lang], kindWords[lang]]
  const { who, how } = chosenIn(request, shown)
  const name = (id: string | null) => (id === null ? k.partnership : (shown.names.get(id) ?? ''))
  const rows = shown.rows
    .filter((row) => (who === null || row.said.fromId === who || (row.said.aboutId ?? wholeName) === who) && (how === null || row.match.standing === how))
    .toSorted((a, b) => standings.indexOf(a.match.standing) - standings.indexOf(b.match.standing) || name(a.said.fromId).localeCompare(name(b.said.fromId), 'nb'))
  const organisations = [...new Set(shown.rows.flatMap((row) => [row.said.fromId, row.said.aboutId ?? wholeName]))].map((id) => ({ value: id, label: id === wholeName ? k.partnership : name(id) })).toSorted((a, b) => a.label.localeCompare(b.label, 'nb'))
  const state = { values: { organisasjon: who ?? '', star: how ?? '' }, errors: {} }
  return (
    <>
      <section>
        <Heading level={2} id="matrise">{w.matrix}</Heading>
        {shown.rows.length === 0 ? <p>{w.noExpectations}</p> : (
          <>
            <Sums rows={shown.rows} lang={lang} pathname={pathname} />
            <Details summary={w.picture} open={shown.answers.length <= 12}><p class="hint">{w.pictureText}</p><MatrixPicture rows={shown.rows} name={name} lang={lang} /></Details>
            <div class="expectation-matrix"><DataTable
              lang={lang} caption={w.matrix} captionHidden columns={columnsOf(lang, name, replyHref)} rows={rows} empty={<p>{w.noRows}</p>}
              filters={shown.rows.length > 5 ? (
                <Filters lang={lang} path={pathname} query={query} active={who !== null || how !== null}>
                  <Select lang={lang} state={state} name="organisasjon" label={w.filterWho} blank={w.all} options={organisations} />
                  <Select lang={lang} state={state} name="star" label={w.filterHow} blank={w.all} options={standings.map((value) => ({ value, label: k.standings[value] }))} />
                </Filters>
              ) : null}
            /></div>
          </>
        )}
      </section>
      <SaidTable title={w.offers} id="tilbud" said={shown.offers} kinds lang={lang} name={name} empty={w.noOffers} />
      {shown.needs.length > 0 ? <SaidTable title={w.needs} id="behov" said={shown.needs} kinds={false} lang={lang} name={name} empty="" /> : null}
      {shown.changes && shown.before ? <Changes changes={shown.changes} title={shown.before.title} lang={lang} name={name} /> : null}
    </>
  )
}

/** How many stand how, each a way to see which. */
const Sums = ({ rows, lang, pathname }: { rows: readonly Row[]; lang: Lang; pathname: string }) => {
  const w = roundWords[lang]
  const sums = standings.map((standing) => [standing, rows.filter((row) => row.match.standing === standing).length] as const).filter(([, n]) => n > 0)
  return <p class="choices-line">{sums.map(([standing, n]) => <a href={`${pathname}?star=${standing}#matrise`}><State lang={lang} kind={shapeOf[standing]}>{n} {w.sums[standing]}</State></a>)}</p>
}

const columnsOf = (lang: Lang, name: (id: string | null) => string, replyHref: ((id: string) => string) | null): Column<Row>[] => {
  const [w, k] = [roundWords[lang], kindWords[lang]]
  const list = (said: readonly Said[]): Child => (said.length === 0 ? '' : (
    <>
      <ul class="expectation-list">{said.slice(0, fewOffers).map((one) => <li>{name(one.fromId)}: <span class="expectation-said">{one.text}</span></li>)}</ul>
      {said.length > fewOffers ? <div class="hint"><a href="#tilbud">{w.moreOffers(said.length - fewOffers)}</a></div> : null}
    </>
  ))
  return [
    { key: 'from', header: w.expects, rowHeader: true, cell: ({ said }) => name(said.fromId) },
    { key: 'about', header: w.ofWhom, cell: ({ said }) => name(said.aboutId) },
    { key: 'what', header: w.what, cell: ({ said }) => <><span class="expectation-said">{said.text}</span>{said.kind ? <div class="hint">{k.kinds[said.kind]}</div> : null}</> },
    { key: 'stands', header: w.stands, cell: ({ match }) => <><State lang={lang} kind={shapeOf[match.standing]}>{k.standings[match.standing]}</State><div class="hint">{k.whys[match.why]}</div></> },
    {
      key: 'replied', header: w.replied,
      cell: ({ said, replied }) => (
        <>
          {replied ? <><strong>{k.replies[replied.reply]}</strong>{replied.word ? <>: <span class="expectation-said">{replied.word}</span></> : null}</> : null}
          {replyHref ? <div class="no-print"><a href={replyHref(said.id)}>{said.aboutId === null ? w.replyFor : w.replyTold}<span class="ds-sr-only">: {said.text.slice(0, 60)}</span></a></div> : null}
        </>
      ),
    },
    { key: 'offers', header: w.offered, cell: ({ offers }) => list(offers) },
  ]
}

const SaidTable = ({ title, id, said, kinds, lang, name, empty }: { title: string; id: string; said: readonly Said[]; kinds: boolean; lang: Lang; name: (id: string | null) => string; empty: string }) => {
  const [w, k] = [roundWords[lang], kindWords[lang]]
  const rows = said.toSorted((a, b) => name(a.fromId).localeCompare(name(b.fromId), 'nb'))
  const columns: Column<Said>[] = [
    { key: 'who', header: w.organisation, rowHeader: true, cell: (one) => name(one.fromId) },
    { key: 'what', header: w.what, cell: (one) => <span class="expectation-said">{one.text}</span> },
    ...(kinds ? [{ key: 'kind', header: w.kind, cell: (one: Said) => (one.kind ? k.kinds[one.kind] : '') }] : []),
  ]
  return <section><Heading level={2} id={id}>{title}</Heading><DataTable lang={lang} caption={title} captionHidden columns={columns} rows={rows} empty={<p>{empty}</p>} /></section>
}

const Changes = ({ changes, title, lang, name }: { changes: readonly Change[]; title: string; lang: Lang; name: (id: string | null) => string }) => {
  const [w, k] = [roundWords[lang], kindWords[lang]]
  const moved = changes.filter((one) => one.move !== 'same')
  const standing = (one: Standing | null) => (one ? <State lang={lang} kind={shapeOf[one]}>{k.standings[one]}</State> : '')
  const columns: Column<Change>[] = [
    { key: 'from', header: w.expects, rowHeader: true, cell: (one) => name(one.fromId) },
    { key: 'about', header: w.ofWhom, cell: (one) => name(one.aboutId) },
    { key: 'kind', header: w.kind, cell: (one) => k.kinds[one.kind] },
    { key: 'how', header: w.how, cell: (one) => w.moves[one.move] },
    { key: 'before', header: w.before, cell: (one) => standing(one.before) },
    { key: 'now', header: w.now, cell: (one) => standing(one.now) },
  ]
  return <section><Heading level={2} id="endret">{w.changed(title)}</Heading><DataTable lang={lang} caption={w.changed(title)} captionHidden columns={columns} rows={moved} empty={<p>{w.changedNone}</p>} /></section>
}
