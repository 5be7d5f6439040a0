import { Module } from '@nestjs/common';
import { NeedController } from './http/need.controller.js';
import { NeedList } from './queries/need-list.query.js';
import { AskNeed } from './usecases/ask-need.js';
import { SolveNeed } from './usecases/solve-need.js';
import { TriageNeed } from './usecases/triage-need.js';

/** Upward needs: what units ask of those above them. */
@Module({
  controllers: [NeedController],
  providers: [NeedList, AskNeed, TriageNeed, SolveNeed],
  exports: [AskNeed, TriageNeed, SolveNeed],
})
export class NeedModule {}
