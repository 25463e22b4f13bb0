import { useState } from 'react'

/** The name of a file as the server gave it. */
function fileName(header: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(header ?? '') ?? []
  return encoded === undefined ? 'arkusze.pdf' : decodeURIComponent(encoded)
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** How a file that takes a while to make comes along. */
export type DownloadState = 'idle' | 'preparing' | 'saved' | 'failed'

/** Downloads a file that takes a while to make, and tells how it goes. */
export function useDownload(): readonly [DownloadState, (address: string) => Promise<void>] {
  const [state, setState] = useState<DownloadState>('idle')
  const download = async (address: string) => {
    setState('preparing')
    try {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      save(await answer.blob(), fileName(answer.headers.get('content-disposition')))
      setState('saved')
    } catch {
      setState('failed')
    }
  }
  return [state, download]
}
