using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Reading;

namespace Zhizhuxia.Worker;

/// <summary><c>read-mail FILE.eml</c>: what the intake would make of a message. Writes nothing, loads nothing.</summary>
internal sealed class ReadMailCommand(ReadMessage read)
{
    /// <summary>Prints what the message says.</summary>
    /// <returns>0: read; 3: set aside, and why.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        await using var message = File.OpenRead(line.Film());
        var reading = await read.RunAsync(message, (_, _, _, _) => Task.CompletedTask, ct);
        if (line.Json)
            OperatorCommand.Print(ReadMail.Of(reading));
        else
            Print(reading);
        return reading.SetAside is null ? 0 : InspectCommand.Refused;
    }

    private static void Print(MailReading mail)
    {
        Console.Out.WriteLine($"类别：{ReadMail.KindOf(mail.Kind)}{(mail.SetAside is null ? "" : $"（{mail.SetAside}）")}");
        Console.Out.WriteLine($"发件人：{mail.From}\n主题：{mail.Subject}\n时间：{mail.Date:yyyy-MM-dd HH:mm zzz}");
        foreach (var part in mail.Parts)
            Console.Out.WriteLine(FormattableString.Invariant($"{(part.Video ? "视频" : "附件")}：{part.Name}，{part.Type}，{part.Size} 字节{(part.Inline ? "，嵌在正文里" : "")}{(part.Truncated ? "，没有传完" : "")}"));
        foreach (var large in mail.LargeAttachments)
            Console.Out.WriteLine($"超大附件：{large.Name} {large.Size} {large.Url} 到期 {large.Expires:yyyy-MM-dd HH:mm}");
        foreach (var link in mail.Links)
            Console.Out.WriteLine($"链接：{Platforms.LabelOf(link.Platform)} {link.Url}{(link.Code is null ? "" : $" 提取码 {link.Code}")}");
        foreach (var charset in mail.Charsets)
            Console.Out.WriteLine($"编码：{charset.Where} {charset.Declared ?? "没有说明"} → {charset.Used}");
        foreach (var warning in mail.Warnings)
            Console.Out.WriteLine($"注意：{warning}");
        Console.Out.WriteLine($"\n{mail.Text}");
    }
}
