import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { parseDate } from '../../platform/text/format.ts'
import { type Lang, languages } from '../../platform/text/texts.ts'
import type { Settings } from '../../modules/workspaces/index.ts'
import { settingsWords } from './settings.words.ts'

/** The settings as a form sends them. Organisations must be among those that are parties here. */
export function readSettingsForm(raw: RawForm, parties: ReadonlySet<string>, lang: Lang): { settings: Settings } | { errors: Record<string, string> } {
  const w = settingsWords[lang]
  const errors: Record<string, string> = {}
  const title = firstText(raw, 'title').replaceAll('\0', '').replace(/\s+/g, ' ')
  if (title === '') errors.title = w.nameMissing
  else if (title.length > 200) errors.title = w.nameLong(title.length)
  const language = languages.find((code) => code === firstText(raw, 'language'))
  if (!language) errors.language = w.choose
  const organisation = (name: string) => {
    const id = firstText(raw, name)
    if (id !== '' && !parties.has(id)) errors[name] = w.choose
    return id || null
  }
  const typed = firstText(raw, 'ends_on')
  const ends = typed === '' ? null : parseDate(typed)
  if (ends && !ends.ok) errors.ends_on = w.badDate
  const settings: Settings = {
    title, language: language ?? 'nb', areas_above_goals: firstText(raw, 'order') === 'areas', public: firstText(raw, 'public') === 'ja',
    legal_owner_id: organisation('legal_owner_id'), data_controller_id: organisation('data_controller_id'), archive_responsible_id: organisation('archive_responsible_id'),
    funder: firstText(raw, 'funder').replaceAll('\0', '').slice(0, 300) || null, ends_on: ends?.ok ? ends.value.toString() : null,
  }
  return Object.keys(errors).length > 0 ? { errors } : { settings }
}

/** The settings as the fields of the form show them. */
export const typedSettings = (settings: Settings): Record<string, string> => ({
  title: settings.title, language: settings.language, order: settings.areas_above_goals ? 'areas' : 'goals', public: settings.public ? 'ja' : '',
  legal_owner_id: settings.legal_owner_id ?? '', data_controller_id: settings.data_controller_id ?? '', archive_responsible_id: settings.archive_responsible_id ?? '',
  funder: settings.funder ?? '', ends_on: settings.ends_on ?? '',
})
