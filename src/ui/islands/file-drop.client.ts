/** Lets a file be dragged onto a plain file field. The field itself stays as it is. */
class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!field) return
    this.querySelector('.drop-words')?.removeAttribute('hidden')
    this.addEventListener('dragover', event => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      this.dataset.over = ''
    })
    this.addEventListener('dragleave', event => {
      if (!this.contains(event.relatedTarget as Node | null)) delete this.dataset.over
    })
    this.addEventListener('drop', event => {
      delete this.dataset.over
      const files = event.dataTransfer?.files
      if (!files?.length) return
      event.preventDefault()
      const received = new DataTransfer()
      for (const file of field.multiple ? files : [...files].slice(0, 1)) received.items.add(file)
      field.files = received.files
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.focus()
    })
  }
}

customElements.define('file-drop', FileDrop)
