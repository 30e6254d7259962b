/**
 * Makes the drawn thread easier to move in: larger, smaller, whole, normal size; drag, pinch, ctrl and wheel, + − 0;
 * pointing at an item dims what its thread does not reach. Without this the region scrolls and every link works.
 */
const limits = [0.25, 3] as const

class ThreadPicture extends HTMLElement {
  #scale = 1
  #stop = new AbortController()

  connectedCallback() {
    const region = this.querySelector<HTMLElement>('.thread-region')
    const svg = region?.querySelector('svg')
    if (!region || !svg) return
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const { width, height } = svg.viewBox.baseVal

    const zoom = (scale: number, x = region.clientWidth / 2, y = region.clientHeight / 2) => {
      const next = Math.min(Math.max(scale, limits[0]), limits[1])
      const [left, top] = [(region.scrollLeft + x) / this.#scale, (region.scrollTop + y) / this.#scale]
      this.#scale = next
      svg.setAttribute('width', String(width * next))
      svg.setAttribute('height', String(height * next))
      region.classList.toggle('is-zoomed', next > 1 || width * next > region.clientWidth)
      region.scrollTo(left * next - x, top * next - y)
    }
    const steps: [string, string, () => void][] = [
      ['larger', '+', () => zoom(this.#scale * 1.25)],
      ['smaller', '−', () => zoom(this.#scale / 1.25)],
      ['fit', '', () => zoom(Math.min(1, region.clientWidth / width))],
      ['reset', '', () => zoom(1)],
    ]
    this.querySelector('.thread-tools')?.remove()
    const tools = document.createElement('div')
    tools.className = 'thread-tools'
    for (const [name, sign, run] of steps) {
      const button = document.createElement('button')
      button.type = 'button'
      const word = this.dataset[name] ?? name
      button.textContent = sign || word
      if (sign) button.setAttribute('aria-label', word)
      button.addEventListener('click', run, { signal })
      tools.append(button)
    }
    this.prepend(tools)

    region.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const at = ['+', '-', '', '0'].indexOf(event.key)
      if (at < 0) return
      event.preventDefault()
      steps[at]?.[2]()
    }, { signal })
    const at = (event: MouseEvent) => {
      const box = region.getBoundingClientRect()
      return [event.clientX - box.left, event.clientY - box.top] as const
    }
    region.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoom(this.#scale * Math.exp(-event.deltaY / 300), ...at(event))
    }, { signal, passive: false })

    const touching = new Map<number, readonly [number, number]>()
    let moved = 0
    const spread = () => {
      const [a, b] = [...touching.values()]
      return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0
    }
    region.addEventListener('pointerdown', (event) => {
      if (!touching.size) moved = 0
      if (event.button === 0) touching.set(event.pointerId, at(event))
    }, { signal })
    const move = (event: PointerEvent) => {
      const before = touching.get(event.pointerId)
      if (!before) return
      const apart = spread()
      const now = at(event)
      touching.set(event.pointerId, now)
      if (touching.size === 2) {
        if (apart) zoom((this.#scale * spread()) / apart, ...now)
      } else if (event.pointerType === 'mouse') {
        moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1])
        region.scrollBy(before[0] - now[0], before[1] - now[1])
      }
    }
    window.addEventListener('pointermove', move, { signal })
    const lift = (event: PointerEvent) => touching.delete(event.pointerId)
    for (const over of ['pointerup', 'pointercancel'] as const) window.addEventListener(over, lift, { signal })
    region.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
    region.addEventListener('click', (event) => moved > 6 && event.preventDefault(), { signal, capture: true })

    const units = new Map([...svg.querySelectorAll<SVGElement>('[data-key]')].map((unit) => [unit.dataset.key ?? '', unit]))
    const strands = [...svg.querySelectorAll<SVGElement>('[data-from]')]
    const trail = (event: Event) => {
      const key = (event.target as Element).closest<SVGElement>('[data-key]')?.dataset.key
      svg.classList.toggle('has-trail', key !== undefined)
      for (const lit of svg.querySelectorAll('.in-trail')) lit.classList.remove('in-trail')
      if (key === undefined) return
      units.get(key)?.classList.add('in-trail')
      for (const [near, far] of [['from', 'to'], ['to', 'from']] as const) {
        const seen = new Set([key])
        for (const here of seen) {
          for (const strand of strands) {
            if (strand.dataset[near] !== here) continue
            strand.classList.add('in-trail')
            seen.add(strand.dataset[far] ?? '')
          }
          units.get(here)?.classList.add('in-trail')
        }
      }
    }
    for (const name of ['pointerover', 'focusin']) svg.addEventListener(name, trail, { signal })
    for (const name of ['pointerleave', 'focusout']) svg.addEventListener(name, () => svg.classList.remove('has-trail'), { signal })
  }

  disconnectedCallback() {
    this.#stop.abort()
  }
}

customElements.define('thread-picture', ThreadPicture)
