/** Sent in pieces as it is read, so that its size does not matter. */
export function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let piece = ''
      while (piece.length < 16_384) {
        const { value, done } = await pieces.next()
        if (done) {
          if (piece) controller.enqueue(encoder.encode(piece))
          controller.close()
          return
        }
        piece += value
      }
      controller.enqueue(encoder.encode(piece))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}
