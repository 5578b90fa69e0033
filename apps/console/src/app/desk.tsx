import { Outlet } from '@tanstack/react-router';
import { KeySheet } from '../ui/keys/key-sheet.js';
import { ConnectionBar } from '../ui/live/connection-bar.js';
import styles from './desk.module.css';
import { Rail } from './rail.js';
import { useAnnounceWork } from './use-announce-work.js';
import { useLiveDesk } from './use-live-desk.js';

/** Where colleagues work: the rail, what comes in live, and the page of the moment. */
export const Desk = () => {
  useLiveDesk();
  useAnnounceWork();
  return (
    <div className={styles.desk}>
      <Rail />
      <div className={styles.page}>
        <ConnectionBar />
        <div className={styles.content}>
          <Outlet />
        </div>
      </div>
      <KeySheet />
    </div>
  );
};
