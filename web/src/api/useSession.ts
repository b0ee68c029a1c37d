import { useSyncExternalStore } from 'react';
import { onSessionChange, session } from './session';
import type { Session } from './session';

export const useSession = (): Session | null => useSyncExternalStore(onSessionChange, session);
