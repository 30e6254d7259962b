import { texts } from '../../platform/text/texts.ts'
import { asset } from '../asset.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { fieldId } from './state.ts'

const words = texts({
  nb: { kept: (name: string) => `Filen «${name}» er tatt vare på.`, replace: 'Velg en annen bare hvis du vil bytte den ut.', drop: 'Du kan også dra filen hit.' },
  nn: { kept: (name: string) => `Fila «${name}» er teken vare på.`, replace: 'Vel ei anna berre om du vil byte ho ut.', drop: 'Du kan òg dra fila hit.' },
  en: { kept: (name: string) => `The file “${name}” is kept.`, replace: 'Choose another one only if you want to replace it.', drop: 'You can also drag the file here.' },
})

/** A file received in an earlier try: its token (the id of the staged file) is sent again under the field's own name, after the field, so that a new file comes first. */
export type KeptFile = { name: string; token: string }

/** A file field. `accept` as in HTML (`.xlsx,.csv`). Dragging is an island on top of the plain field. */
export const FileInput = (props: FieldProps & { accept?: string; multiple?: boolean; kept?: KeptFile }) => {
  const w = words[props.lang]
  const keptId = `${fieldId(props.name)}-tatt-vare-pa`
  const control = controlAttributes(props)
  return (
    <Field {...props}>
      {props.kept ? (
        <p class="kept-file" id={keptId}>
          <strong>{w.kept(props.kept.name)}</strong> {w.replace}
        </p>
      ) : null}
      <file-drop>
        <input
          class="file"
          {...control}
          aria-describedby={[control['aria-describedby'], props.kept ? keptId : ''].filter(Boolean).join(' ') || undefined}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
        />
        <span class="drop-words" hidden>
          {w.drop}
        </span>
      </file-drop>
      {props.kept ? <input type="hidden" name={props.name} value={props.kept.token} /> : null}
      <script type="module" src={asset('file-drop.js')}></script>
    </Field>
  )
}
