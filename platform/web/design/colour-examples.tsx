import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { palette } from '../theme/palette.ts';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

export function ColourExamples(): ReactNode {
  return (
    <Section title="Colour and type">
      <Example
        title="Palette"
        note="Rock and snow for nearly everything, glacier ice for what can be acted on, the orange of the pole on the piste for what is live."
      >
        <div className={styles['ramp']}>
          {Object.entries(palette).map(([name, steps]) => (
            <Fragment key={name}>
              <span>{name}</span>
              {steps.map((colour) => (
                <span key={colour} className={styles['swatch']} style={{ background: colour }} title={colour} />
              ))}
            </Fragment>
          ))}
        </div>
      </Example>
      <Example
        title="Type"
        note="Archivo, drawn wider in titles and narrower in time codes; system fonts for Chinese and Arabic."
      >
        <div>
          <div className={styles['display']}>Every moment, seconds after it happened</div>
          <p>Zażółć gęślą jaźń · Größe · Médaille d’or · 每一个瞬间 · كل لحظة بعد ثوانٍ من وقوعها</p>
        </div>
      </Example>
    </Section>
  );
}
