using Zhizhuxia.Mail;

namespace Zhizhuxia.Web.Admin;

/// <summary>Why a job was given up, and what to do, for an operator; the technical text stands beside it.</summary>
internal static class JobTroubles
{
    private const string NotAsPlanned = "做出来的文件和应有的对不上（画面、时长或声音），再试多半还是这样。请看看原片能不能正常播放，必要时请读者换一份。";

    // What stands before the colon of the last error.
    private static readonly (string[] Names, string Sentence)[] Causes =
    [
        (["TranscodeFailedException"], "转码程序中途停了：多半是内存或磁盘不够，腾出来后重试；一直这样，就是这个视频有问题。"),
        (["BlobMissingException", "FileNotFoundException"], "要用的文件不在数据目录里了。请检查数据目录是不是完整，恢复之后重试。"),
        (["BlobExistsException"], "同名的文件已经在仓库里，没有覆盖。重试会换一个名字。"),
        (["UnauthorizedAccessException"], "没有权限读写数据目录。请检查目录的主人和权限，改好后重试。"),
        (["IOException", "DirectoryNotFoundException"], "读写文件时出了错：多半是磁盘满了，或数据目录不在了。处理好之后重试。"),
        (["SocketException", "HttpRequestException", "AuthenticationException", "SmtpException"], "连不上要用的服务器。请检查网络和设置，之后重试。"),
        (["TimeoutException", "OperationCanceledException", "TaskCanceledException"], "做得太久，被停下了。机器空一些的时候重试。"),
        (["DbUpdateException", "DbUpdateConcurrencyException", "SqliteException", "NpgsqlException", "PostgresException"], "数据库没有收下结果。请看看数据库和磁盘是否正常，之后重试。"),
        (["MachineAtFaultException"], "机器太忙，或沙箱没有搭起来，没能看完这个视频；和视频本身没有关系。机器空一些的时候重试。"),
        (["Win32Exception"], "要用的程序（如 ffmpeg）没有启动起来。请检查它是否装好，之后重试。"),
        (["InvalidDataException", "JsonException", "FormatException"], "读到的内容和预期的不一样。重试还不行，请把技术信息交给维护人员。"),
    ];

    /// <summary>One or two Chinese sentences.</summary>
    /// <param name="error">Type and message of the last error, as the job keeps it.</param>
    public static string Of(string? error)
    {
        if (error is null)
            return "没有留下原因。可以先重试一次。";
        if (MailTrouble.Of(error) is { } mail)
            return mail;
        if (error.Contains("Not as planned", StringComparison.Ordinal))
            return NotAsPlanned;
        var name = error.Split(':', 2)[0];
        return Causes.FirstOrDefault(cause => cause.Names.Contains(name)).Sentence ?? "出了没有料到的错。可以先重试；还不行，请把技术信息交给维护人员。";
    }
}
