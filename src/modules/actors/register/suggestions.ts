import { loggedInBehind, resource } from '../../../platform/http/page.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { registerWords } from './register.words.ts'
import { type SuggestedOrganisation, suggestOrganisations } from './suggest.store.ts'

export const suggestionsPath = '/organisasjoner/forslag'

/** What a suggestion is called in a list: one that is no more says so, for its name may have passed on. */
export const suggestionLabel = ({ name, validTo }: SuggestedOrganisation, lang: Lang): string =>
  validTo ? `${name} (${registerWords[lang].until(validTo.slice(0, 4))})` : name

/** What tells it from others of the same name: what it is and where, what it was called, who followed it. */
export function suggestionNote(one: SuggestedOrganisation, lang: Lang): string {
  const w = registerWords[lang]
  const what = w.kinds[one.kind as 'other'] ?? w.kinds.other
  const parts = [one.county ? w.inCounty(what, one.county) : what]
  if (one.earlier) parts.push(/^\d+$/.test(one.earlier) ? w.hadNumber(one.earlier) : w.wasCalled(one.earlier))
  if (one.now.length > 0) parts.push(w.now(one.now))
  return parts.join(', ')
}

/** `GET /organisasjoner/forslag?q=`: suggestions for the Combobox. `?eksempel=1` gives the made-up ones of example workspaces only. */
export const organisationSuggestions = resource({
  path: suggestionsPath,
  access: loggedInBehind,
  respond: async ({ db, viewer, query, lang }) => {
    const found = await suggestOrganisations(db, viewer, query.get('q') ?? '', { example: query.get('eksempel') === '1' })
    return Response.json(found.map((one) => ({ value: one.id, label: suggestionLabel(one, lang), note: suggestionNote(one, lang) })), { headers: { 'Cache-Control': 'private, no-store' } })
  },
})
