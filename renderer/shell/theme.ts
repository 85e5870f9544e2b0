import { useEffect } from 'react';
import { queryClient, call, useCall } from './engine.ts';

export type Theme = 'system' | 'light' | 'dark';

/** Puts the chosen theme on the document and follows the system's when asked to. */
export function useTheme(): void {
  const theme = useCall('settings.get', {}).data?.theme ?? 'system';
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}

export async function setTheme(theme: Theme): Promise<void> {
  await call('settings.set', { theme });
  await queryClient.invalidateQueries({ queryKey: ['settings.get'] });
}

/** The other of light and dark, whichever shows now. */
export async function toggleTheme(): Promise<void> {
  await setTheme(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark');
}
