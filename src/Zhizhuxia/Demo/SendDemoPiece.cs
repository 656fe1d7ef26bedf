using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>Sends a piece in through the same doors as a reader: upload, form, receipt.</summary>
public sealed class SendDemoPiece(DemoRooms rooms, MakeDemoFilm make)
{
    private const string Address = "127.0.0.1";

    /// <returns>The reader's receipt code.</returns>
    public async Task<string> RunAsync(DemoPiece piece, CancellationToken ct)
    {
        var draft = Guid.CreateVersion7();
        var owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(piece.Key)));
        rooms.Clock.ShowNow(); // uploads expire
        if (piece.Film is { } film)
        {
            await using var content = new FileStream(await make.RunAsync(film, ct), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose);
            await UploadAsync(new(draft, owner, Address, film.FileName, content.Length, null), content, ct);
        }
        if (piece.BrokenFile is { } name)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("这个文件在传输时坏掉了。", 400))));
            await UploadAsync(new(draft, owner, Address, name, content.Length, null), content, ct);
        }
        rooms.Clock.Show(TimeProvider.System.GetUtcNow().AddHours(-piece.HoursAgo));
        return (await SubmitAsync(piece, draft, owner, ct)).Code;
    }

    private async Task UploadAsync(NewUpload wanted, Stream content, CancellationToken ct)
    {
        var upload = await rooms.RunAsync((BeginUpload begin) => begin.RunAsync(wanted, ct));
        while (upload.Offset < upload.Length)
        {
            content.Position = upload.Offset;
            upload.Offset = await rooms.RunAsync((AppendUpload append) => append.RunAsync(upload, upload.Offset, new(content, upload.Length - upload.Offset, null), ct));
        }
    }

    private Task<ReceiptView> SubmitAsync(DemoPiece piece, Guid draft, string owner, CancellationToken ct) => piece.Form.Kind switch
    {
        SubmissionKind.Film => rooms.RunAsync((SubmitDraft submit) => submit.RunAsync(draft, owner, piece.Form, new(piece.Channel, null), piece.Key, ct)),
        SubmissionKind.Link => rooms.RunAsync((ReceiveLink receive) => receive.RunAsync(piece.Form, new(piece.Channel, null), piece.Key, ct)),
        _ => rooms.RunAsync((ReceiveProposal receive) => receive.RunAsync(piece.Form, new(piece.Channel, null), piece.Key, ct)),
    };
}
