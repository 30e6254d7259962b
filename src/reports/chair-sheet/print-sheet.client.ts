/** A button that prints. Without this there is a sentence that says which keys to press. */
class PrintSheet extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset.color = 'accent'
    button.dataset.variant = 'primary'
    button.textContent = this.dataset.label ?? ''
    button.addEventListener('click', () => window.print())
    this.replaceChildren(button)
  }
}

customElements.define('print-sheet', PrintSheet)
