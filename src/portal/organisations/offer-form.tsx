import { type FieldErrors, firstText, parseFields, type RawForm } from '../../platform/item/parse.ts'
import type { Fields } from '../../platform/item/field.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { type Offer, offerAudiences, type OfferContent, offerKinds, type OfferPen } from '../../modules/actors/index.ts'
import { DateInput, ErrorSummary, type FormState, RadioGroup, Select, TextArea } from '../../ui/index.ts'
import { offerWords } from './offer.words.ts'

export type OfferChoices = { /** Whom one may name as contact. */ people: readonly { id: string; name: string }[]; /** The workspaces that one may write in, for others. */ workspaces: readonly { id: string; title: string }[] }

const label = { nb: '', nn: '', en: '' }
const fields: Fields = {
  tekst: { type: 'longText', max: 500, required: true, label },
  fra: { type: 'date', label },
  til: { type: 'date', label },
}

/** Reads the form; whoever writes for others writes for those in one workspace only. */
export function readOfferForm(raw: RawForm, lang: Lang, pen: OfferPen, choices: OfferChoices): { content: OfferContent; workspaceId: string | null } | { errors: FieldErrors } {
  const w = offerWords[lang]
  const { values, errors } = parseFields(fields, raw, lang)
  if (!firstText(raw, 'tekst')) errors.tekst = w.textMissing
  const kind = offerKinds.find((one) => one === firstText(raw, 'slag'))
  if (!kind) errors.slag = w.choose
  const audience = pen.own ? offerAudiences.find((one) => one === firstText(raw, 'hvem')) : 'partners'
  if (!audience) errors.hvem = w.choose
  const contact = firstText(raw, 'kontakt')
  if (contact && !choices.people.some((one) => one.id === contact)) errors.kontakt = w.choose
  const [only] = choices.workspaces
  const workspaceId = pen.own ? null : choices.workspaces.length === 1 ? (only?.id ?? null) : (choices.workspaces.find((one) => one.id === firstText(raw, 'arbeidsrom'))?.id ?? null)
  if (!pen.own && !workspaceId) errors.arbeidsrom = w.choose
  const { fra, til } = values
  if (typeof fra === 'string' && typeof til === 'string' && til < fra) errors.til = w.endsBefore
  if (Object.keys(errors).length > 0 || !kind || !audience) return { errors }
  return { content: { kind, text: String(values.tekst), startsOn: fra as string | null, endsOn: til as string | null, contactId: contact || null, audience }, workspaceId }
}

export const offerFormValues = (offer: Offer): FormState['values'] => ({
  slag: offer.kind, tekst: offer.text, fra: offer.startsOn ?? '', til: offer.endsOn ?? '', kontakt: offer.contactId ?? '', hvem: offer.audience, arbeidsrom: offer.onBehalfIn ?? '',
})

export const OfferFields = ({ lang, state, pen, choices }: { lang: Lang; state: FormState; pen: OfferPen; choices: OfferChoices }) => {
  const w = offerWords[lang]
  return (
    <>
      <ErrorSummary lang={lang} state={state} />
      <RadioGroup lang={lang} state={state} name="slag" label={w.kindLabel} options={offerKinds.map((value) => ({ value, label: w.kinds[value], hint: w.kindHints[value] }))} />
      <TextArea lang={lang} state={state} name="tekst" label={w.text} hint={w.textHint} rows={3} />
      <DateInput lang={lang} state={state} name="fra" label={w.startsOn} optional />
      <DateInput lang={lang} state={state} name="til" label={w.endsOn} optional />
      {choices.people.length > 0 ? <Select lang={lang} state={state} name="kontakt" label={w.contactLabel} hint={w.contactHint} optional options={choices.people.map((one) => ({ value: one.id, label: one.name }))} /> : null}
      {pen.own ? <RadioGroup lang={lang} state={state} name="hvem" label={w.audience} options={offerAudiences.map((value) => ({ value, label: w.audiences[value] }))} /> : null}
      {!pen.own && choices.workspaces.length > 1 ? <Select lang={lang} state={state} name="arbeidsrom" label={w.inWorkspace} options={choices.workspaces.map((one) => ({ value: one.id, label: one.title }))} /> : null}
    </>
  )
}
