import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { MatterPage } from '../queries/matter-page.query.js';
import { MergeMatter } from '../usecases/merge-matter.js';
import { RecordReceipt } from '../usecases/record-receipt.js';
import { SettleMatter, type Settlement } from '../usecases/settle-matter.js';
import { HandOverBody, MergeBody, MatterReasonBody, ReceiptBody } from './matter.dto.js';
import { MatterView } from './matter.view.js';

/** Putting matters aside, ending them, taking them up again. */
@Controller('matters/:id')
export class SettlementController {
  constructor(
    private readonly settleMatter: SettleMatter,
    private readonly mergeMatter: MergeMatter,
    private readonly recordReceipt: RecordReceipt,
    private readonly pages: MatterPage,
  ) {}

  /** 存查 */
  @Post('file')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  file(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'file', by, reason);
  }

  /** 不予立项, where the kind allows it */
  @Post('decline')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  decline(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'decline', by, reason);
  }

  /** 移送: to the organ that alone may handle it; awaits a receipt */
  @Post('hand-over')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  handOver(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, to }: HandOverBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'hand_over', by, reason, to);
  }

  /** 转送: to the organ where it belongs; awaits a receipt */
  @Post('pass-on')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  passOn(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, to }: HandOverBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'pass_on', by, reason, to);
  }

  /** 回执: the other organ has acknowledged what was handed over or passed on. */
  @Post('receipt')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  async receipt(
    @Param('id', ParseUUIDPipe) matterId: string,
    @IfMatch() version: number,
    @Body() { receivedBy, receiptNo, receivedAt }: ReceiptBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    const receipt = { receivedBy, receiptNo: receiptNo ?? null, receivedAt: new Date(receivedAt) };
    await this.recordReceipt.run({ matterId, version, ...receipt, by });
    return this.pages.read(matterId, by);
  }

  /** Takes back what was declined or handed over. */
  @Post('return')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'return', by, reason);
  }

  /** Closes a matter of a kind that owes nobody a reply. */
  @Post('close')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  close(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<MatterView> {
    return this.settle(id, version, 'close', by, null);
  }

  /** Takes a closed matter up again, in a new round. */
  @Post('reopen')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  reopen(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    return this.settle(id, version, 'reopen', by, reason);
  }

  /** 并案办理: its askers are answered through the other matter. */
  @Post('merge')
  @HttpCode(200)
  @Act('matter.settle', 'id')
  async merge(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { intoId }: MergeBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    await this.mergeMatter.run({ matterId: id, version, intoId, by });
    return this.pages.read(id, by);
  }

  private async settle(
    matterId: string,
    version: number,
    on: Settlement,
    by: Actor,
    reason: string | null,
    to?: string,
  ): Promise<MatterView> {
    await this.settleMatter.run({ matterId, version, on, by, reason, ...(to !== undefined && { to }) });
    return this.pages.read(matterId, by);
  }
}
