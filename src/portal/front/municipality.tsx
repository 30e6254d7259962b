import { everyone, resource } from '../../platform/http/page.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { organisationPath, suggestionLabel, suggestionNote, suggestOrganisations } from '../../modules/actors/index.ts'
import { asset, Button } from '../../ui/index.ts'
import { nobody } from '../site/sitemap.store.ts'

const words = texts({
  nb: { label: 'Finn kommunen din', hint: 'Se hva den er med på. Skriv navnet eller kommunenummeret.', find: 'Finn kommunen', hits: '# treff. Bruk piltastene.', none: 'Ingen kommune heter det', failed: 'Forslagene svarer ikke. Trykk Enter for å søke.' },
  nn: { label: 'Finn kommunen din', hint: 'Sjå kva han er med på. Skriv namnet eller kommunenummeret.', find: 'Finn kommunen', hits: '# treff. Bruk piltastane.', none: 'Ingen kommune heiter det', failed: 'Forslaga svarar ikkje. Trykk Enter for å søkje.' },
  en: { label: 'Find your municipality', hint: 'See what it takes part in. Type its name or number.', find: 'Find municipality', hits: '# hits. Use the arrow keys.', none: 'No municipality is called that', failed: 'The suggestions do not answer. Press Enter to search.' },
})

/** Leads to the page of a municipality: as you type, or by a list. */
export const MunicipalitySearch = ({ lang, primary }: { lang: Lang; primary: boolean }) => {
  const w = words[lang]
  return (
    <form class="municipality" method="get" action="/organisasjoner">
      <input type="hidden" name="slag" value="municipality" />
      <label class="ds-label" for="kommune">{w.label}</label>
      <p class="hint" id="kommune-hint">{w.hint}</p>
      <div class="municipality-row">
        <combobox-search source="/sok/kommuner" data-hits={w.hits} data-none={w.none} data-failed={w.failed}>
          <input class="ds-input" type="search" id="kommune" name="q" maxlength={100} autocomplete="off" aria-describedby="kommune-hint" />
          <script type="module" src={asset('combobox-search.js')}></script>
        </combobox-search>
        <Button variant={primary ? 'primary' : 'secondary'}>{w.find}</Button>
      </div>
    </form>
  )
}

/** Municipalities by name or number, those of before too, with the address of each: the same for everybody. */
export const municipalitySuggestions = resource({
  path: '/sok/kommuner',
  access: everyone,
  respond: async ({ db, query, lang }) => {
    const found = await suggestOrganisations(db, nobody, query.get('q') ?? '', { limit: 20 })
    return Response.json(found.filter((one) => one.kind === 'municipality').slice(0, 8).map((one) => ({
      value: organisationPath({ id: one.id, name: one.name, kind: one.kind, official_number: one.number, orgnr: null }), label: suggestionLabel(one, lang), note: suggestionNote(one, lang),
    })))
  },
})
