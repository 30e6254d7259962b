import { loggedIn, page, type Request } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { endOtherSessions } from '../../platform/session/session.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { removeWay, type Way, waysOf } from '../../modules/actors/index.ts'
import { Alert, Button, ButtonLink, Heading, Lead, TaskList } from '../../ui/index.ts'
import { passkeyWords } from '../passkeys/passkey.words.ts'
import { passkeysPath } from '../passkeys/passkeys.tsx'
import { providerWords, tripProblems } from './provider.words.ts'
import { waysPath } from './ways-path.ts'
import { waysWords } from './ways.words.ts'

/** A way that leads in as this installation is set up now, by what the `identity` table calls it. */
const usableProviders = ({ platform: { config, relyingParties } }: Request): string[] =>
  ['email', ...(config.demo ? ['demo'] : []), ...[...relyingParties.values()].flatMap((party) => party.issuers)]

/** What people call a way: a provider by its label; one that is no longer set up by its host. */
function nameOf({ provider, subject }: Pick<Way, 'provider' | 'subject'>, { lang, platform }: Request): string {
  const w = waysWords[lang]
  if (provider === 'email') return w.email(subject)
  if (provider === 'demo') return w.demo
  return [...platform.relyingParties.values()].find((party) => party.issuers.includes(provider))?.settings.label[lang] ?? new URL(provider).host
}

/** A person's own ways in: seen, added and removed, never the last. */
export const waysPage = page({
  path: waysPath,
  access: loggedIn,
  load: async (request) => {
    const ways = await waysOf(request.db, request.viewer.person?.id ?? '')
    const [usable, mine] = [usableProviders(request), new Set(ways.map((way) => way.provider))]
    const addable = [...request.platform.relyingParties.values()].filter((party) => !party.issuers.some((issuer) => mine.has(issuer)))
    return {
      administers: request.viewer.person?.administrator === true || request.viewer.person?.passkeyToBe !== undefined,
      ways: ways.map((way) => ({ ...way, name: nameOf(way, request), usable: usable.includes(way.provider) })),
      providers: [...request.platform.relyingParties.values()].map(({ settings: { name, label } }) => ({ name, label: label[request.lang] })),
      addable: addable.map(({ settings: { name, label } }) => ({ name, label: label[request.lang] })),
    }
  },
  title: (_, { lang }) => waysWords[lang].title,
  crumbs: (_, { lang }) => [{ text: waysWords[lang].me, href: '/min-side' }],
  actions: {
    remove: async (work, { request, loaded, raw }) => {
      const w = waysWords[request.lang]
      const way = loaded.ways.find((one) => one.provider === firstText(raw, 'hos') && one.subject === firstText(raw, 'hvem'))
      const personId = request.viewer.person?.id ?? ''
      const removed = way ? await removeWay(work.tx, personId, way, usableProviders(request)) : 'missing'
      if (removed === 'removed') {
        await endOtherSessions(work.tx, personId, request.sessionToken)
        return { done: { to: waysPath, flash: { text: w.removed(way?.name ?? '') } } }
      }
      return { refused: { message: { missing: w.missing, last: w.last, 'only-address': w.onlyAddress }[removed] } }
    },
  },
  styles: ['login.page.css'],
  width: 'text',
  view: ({ ways, addable, providers, administers }, { lang, query, pathname }) => {
    const w = waysWords[lang]
    const day = (at: Temporal.Instant) => formatDate(osloDate(at).toString(), lang)
    const problem = tripProblems.find((one) => one === query.get('feil'))
    const at = providers.find((one) => one.name === query.get('hos'))
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {problem && at ? <Alert colour="warning"><p>{providerWords[lang][problem](at.label)}</p></Alert> : null}
        <Lead>{w.lead}</Lead>
        <TaskList lang={lang} tasks={ways.map((way) => ({
          title: way.name,
          hint: [`${w.since(day(way.since))}, ${way.lastUsed ? w.used(day(way.lastUsed)) : w.unused}`, way.usable ? '' : w.unusable].filter(Boolean).join('. '),
          ...(ways.length > 1 && {
            action: (
              <form method="post" action={pathname}>
                <input type="hidden" name="handling" value="remove" /><input type="hidden" name="hos" value={way.provider} /><input type="hidden" name="hvem" value={way.subject} />
                <Button small variant="quiet">{w.remove}<span class="ds-sr-only">{w.removeThis(way.name)}</span></Button>
              </form>
            ),
          }),
        }))} />
        {addable.length > 0 ? (
          <section>
            <Heading level={2}>{w.add}</Heading>
            <p>{w.addLead}</p>
            <ul class="ways-in">{addable.map(({ name, label }) => <li><ButtonLink href={`/logg-inn/med/${name}?knytt=1`}>{w.addWith(label)}</ButtonLink></li>)}</ul>
          </section>
        ) : null}
        {providers.length === 0 ? <p>{w.none}</p> : null}
        {administers ? <section><Heading level={2}>{passkeyWords[lang].title}</Heading><p>{passkeyWords[lang].lead}</p><p><a href={passkeysPath}>{w.passkeys}</a></p></section> : null}
      </>
    )
  },
})
