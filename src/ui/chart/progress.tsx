import { formatNumber } from '../../platform/text/format.ts'
import { texts, type Lang } from '../../platform/text/texts.ts'

const words = texts({ nb: { of: (n: string, all: string) => `${n} av ${all}` }, nn: { of: (n: string, all: string) => `${n} av ${all}` }, en: { of: (n: string, all: string) => `${n} of ${all}` } })

/** How much of a whole: a bar, and the same in words beside it. */
export const Progress = ({ lang, value, max, label }: { lang: Lang; value: number; max: number; label: string }) => {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div class="progress">
      <span>{label}</span>
      <svg viewBox="0 0 200 8" width="200" height="8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width="200" height="8" rx="4" />
        {part > 0 ? <rect class="filled" width={(200 * part).toFixed(1)} height="8" rx="4" /> : null}
      </svg>
      <span class="number">{words[lang].of(formatNumber(value, lang), formatNumber(max, lang))}</span>
    </div>
  )
}
