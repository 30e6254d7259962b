import { texts } from '../../platform/text/texts.ts'
import { asset } from '../asset.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { fieldId } from './state.ts'

const words = texts({
  nb: { kept: (name: string) => `Filen «${name}» er tatt vare på.`, replace: 'Velg en annen bare hvis du vil bytte den ut.', drop: 'Du kan også dra filen hit.' },
  nn: { kept: (name: string) => `Fila «${name}» er teken vare på.`, replace: 'Vel ei anna berre om du vil byte henne ut.', drop: 'Du kan òg dra fila hit.' },
  en: { kept: (name: string) => `The file “${name}” is kept.`, replace: 'Choose another one only if you want to replace it.', drop: 'You can also drag the file here.' },
})

/** A file already received in an earlier try: `token` is sent back so that a failed form does not lose it. */
export type KeptFile = { name: string; token: string }

export const keptFileField = (name: string): string => `${name}.kept`

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
          <input type="hidden" name={keptFileField(props.name)} value={props.kept.token} />
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
      <script type="module" src={asset('file-drop.js')}></script>
    </Field>
  )
}
