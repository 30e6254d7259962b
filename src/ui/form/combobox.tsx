import { texts } from '../../platform/text/texts.ts'
import { asset } from '../asset.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import type { Option } from './inputs.tsx'
import { fieldId, valueOf } from './state.ts'

const words = texts({
  nb: { hits: '# treff. Bruk piltastene.', none: 'Ingen treff', failed: 'Søket svarer ikke. Skriv hele navnet.' },
  nn: { hits: '# treff. Bruk piltastane.', none: 'Ingen treff', failed: 'Søket svarar ikkje. Skriv heile namnet.' },
  en: { hits: '# hits. Use the arrow keys.', none: 'No hits', failed: 'The search does not answer. Type the whole name.' },
})

/** The name of the hidden field with the value that was chosen; the field itself holds the text. */
export const chosenField = (name: string): string => `${name}.id`

/**
 * Search as you type. Plain: a text field with suggestions from `options`, which the server looks up by its text.
 * With JavaScript: asks `source?q=…`, which answers `[{ value, label, note? }]`, and puts the value in `chosenField(name)`.
 */
export const Combobox = (props: FieldProps & { source?: string; options?: readonly Option[]; minimum?: number }) => {
  const id = fieldId(props.name)
  const w = words[props.lang]
  return (
    <Field {...props}>
      <combobox-search source={props.source} minimum={String(props.minimum ?? 2)} data-hits={w.hits} data-none={w.none} data-failed={w.failed}>
        <input
          class="ds-input"
          {...controlAttributes(props)}
          type="text"
          autocomplete="off"
          value={valueOf(props.state, props.name)}
          list={props.options ? `${id}-forslag` : undefined}
        />
        <input type="hidden" name={chosenField(props.name)} value={valueOf(props.state, chosenField(props.name))} />
        {props.options ? (
          <datalist id={`${id}-forslag`}>
            {props.options.map(option => (
              <option value={option.label} data-value={option.value}></option>
            ))}
          </datalist>
        ) : null}
        <script type="module" src={asset('combobox-search.js')}></script>
      </combobox-search>
    </Field>
  )
}
