import { useState } from 'react';
import { IdentityBar } from '../parts/IdentityBar.tsx';
import { PresenceLine } from '../parts/PresenceLine.tsx';
import { RecordProvider } from '../parts/RecordContext.tsx';
import { usePresence } from '../presence/use-presence.ts';
import { LeftScreen } from '../screens/LeftScreen.tsx';
import { PreviewScreen } from '../screens/PreviewScreen.tsx';
import { ReceiptScreen } from '../screens/ReceiptScreen.tsx';
import { ReviewScreen } from '../screens/ReviewScreen.tsx';
import { amend } from '../session/amend.ts';
import type { Workplace } from '../session/open-workplace.ts';
import { useReview } from '../session/use-review.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { ReadBack } from '../write/read-back.ts';
import { AppMenu } from './AppMenu.tsx';
import { useKeys } from './use-keys.ts';
import classes from './Work.module.css';

type Screen = 'review' | 'preview' | 'receipt' | 'left';

interface Props {
  readonly workplace: Workplace;
  readonly onReopen: (workplace: Workplace) => void;
  /** Back to the work list, where there is one. */
  readonly onList?: () => void;
}

/** One patient's review from the first look to the receipt. */
export function Work({ workplace, onReopen, onList }: Props) {
  const { say } = useWords();
  const review = useReview(workplace);
  const [screen, setScreen] = useState<Screen>('review');
  const [written, setWritten] = useState<readonly ReadBack[]>([]);
  const [help, setHelp] = useState(false);
  const presence = usePresence(workplace, screen === 'review' || screen === 'preview');
  useKeys({
    onUndo: () => screen === 'review' && review.dispatch({ type: 'undo' }),
    onHelp: () => setHelp(true),
  });
  const correct = async (signed: string) => {
    onReopen(await amend(workplace, review.draft, signed));
  };
  const leave = () => {
    review.discard();
    workplace.connection.forget();
    setScreen('left');
  };
  if (screen === 'left') return <LeftScreen />;
  return (
    <RecordProvider server={workplace.server}>
      <div className={classes.app}>
        {screen === 'review' && (
          <a className="skip" href="#proposal">
            {say('app.skip')}
          </a>
        )}
        <IdentityBar
          chart={workplace.chart}
          full={workplace.context.needsBanner}
          menu={
            <AppMenu
              assessment={review.assessment}
              keysOpen={help}
              setKeysOpen={setHelp}
              onLeave={leave}
              onList={onList}
            />
          }
        />
        <PresenceLine {...presence} />
        {screen === 'review' && (
          <ReviewScreen workplace={workplace} review={review} onPreview={() => setScreen('preview')} />
        )}
        {screen === 'preview' && (
          <PreviewScreen
            workplace={workplace}
            review={review}
            onBack={() => setScreen('review')}
            onAmend={correct}
            onDiscard={leave}
            onSigned={(found) => {
              review.discard();
              setWritten(found);
              setScreen('receipt');
            }}
          />
        )}
        {screen === 'receipt' && (
          <ReceiptScreen
            workplace={workplace}
            written={written}
            onAmend={correct}
            {...(onList ? { onList } : {})}
          />
        )}
      </div>
    </RecordProvider>
  );
}
