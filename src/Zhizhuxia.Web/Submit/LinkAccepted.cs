using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>A link has come in.</summary>
/// <param name="Number">编号, for people.</param>
/// <param name="Receipt">回执码, shown here only.</param>
/// <param name="Status">Where the receipt code tells how the piece stands: by GET with the header Receipt, or by POST; never in the address, so that it stands in no log.</param>
internal sealed record LinkAccepted(string Number, string Receipt, string Status)
{
    public const string StatusPath = "/api/v1/status";

    public static LinkAccepted Of(ReceiptView receipt) => new(receipt.Number, receipt.Code, StatusPath);
}
