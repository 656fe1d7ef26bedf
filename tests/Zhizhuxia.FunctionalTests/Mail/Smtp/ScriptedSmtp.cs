using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>A mail server on loopback that behaves, except where a test says otherwise; it remembers everything it was told.</summary>
internal sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public ScriptedSmtp()
    {
        Folder = Directory.CreateTempSubdirectory("zzx-smtp-").FullName;
        Authority.WriteTo(Folder);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public TestAuthority Authority { get; init; } = new();

    /// <summary>TLS begins with STARTTLS, not with the first byte.</summary>
    public bool StartTls { get; init; }

    /// <summary>Sent in the same packet as the answer to STARTTLS, as an attacker in between would.</summary>
    public string Injected { get; init; } = "";

    /// <summary>What is offered in answer to EHLO.</summary>
    public string[] Features { get; set; } = ["PIPELINING", "SIZE 10000000", "8BITMIME", "AUTH PLAIN LOGIN"];

    /// <summary>Answers that differ, by the first word of the command; "" is the greeting, "." the end of DATA, "?" the answers to 334. Empty: hangs up.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    /// <summary>Every line of every visit, one packet to an entry as it was read.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Messages as they came, dots and all.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Connections so far.</summary>
    public int Visits { get; private set; }

    public string Folder { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public (string Name, string Value)[] Settings =>
    [
        ("Mail:SmtpHost", "localhost"), ("Mail:SmtpPort", $"{Port}"), ("Mail:SmtpCaFile", Path.Combine(Folder, "ca.pem")),
        ("Mail:FromAddress", "zzx@newsroom.example"), ("Mail:SmtpTimeout", "00:00:20"), ("Mail:SmtpSecurity", StartTls ? "StartTls" : "Implicit"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
        Authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Visits++;
                await ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // the test is over
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            Stream stream = client.GetStream();
            if (!StartTls)
                stream = await SecureAsync(stream);
            await SayAsync(stream, Answers.GetValueOrDefault("", "220 test ESMTP"));
            var secured = !StartTls;
            while (await LineAsync(stream) is { } line && await AnswerAsync(stream, line, secured))
            {
                if (line != "STARTTLS" || Answers.ContainsKey(line))
                    continue;
                stream = await SecureAsync(stream);
                secured = true;
            }
            await stream.DisposeAsync();
        }
        catch (Exception gone) when (gone is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // the client has heard enough
        }
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Authority.Server }, _stop.Token);
        return secured;
    }

    /// <returns>False: this was the last word.</returns>
    private async Task<bool> AnswerAsync(Stream stream, string line, bool secured)
    {
        Heard.Add(line);
        var verb = line.Split(' ')[0];
        var answer = Answers.GetValueOrDefault(line) ?? Answers.GetValueOrDefault(verb) ?? Usual(line, verb, secured);
        if (answer.Length == 0)
            return false;
        await SayAsync(stream, answer);
        if (verb == "DATA" && answer.StartsWith('3'))
            return await TakeAsync(stream);
        for (var round = 0; answer.StartsWith("334", StringComparison.Ordinal) && await LineAsync(stream) is { } said; round++)
        {
            Heard.Add(said);
            answer = Answers.GetValueOrDefault("?", round == 0 && line == "AUTH LOGIN" ? "334 UGFzc3dvcmQ6" : "235 2.7.0 welcome");
            await SayAsync(stream, answer);
        }
        return verb != "QUIT";
    }

    private string Usual(string line, string verb, bool secured) => verb switch
    {
        "EHLO" => Introduction(StartTls && !secured ? [.. Features, "STARTTLS"] : Features),
        "STARTTLS" => $"220 2.0.0 go on{(Injected.Length > 0 ? $"\r\n{Injected}" : "")}",
        "AUTH" => line == "AUTH LOGIN" ? "334 VXNlcm5hbWU6" : "235 2.7.0 welcome",
        "DATA" => "354 go on",
        "QUIT" => "221 2.0.0 bye",
        _ => "250 2.1.0 ok",
    };

    private static string Introduction(string[] features) =>
        string.Concat(features.SkipLast(1).Prepend("test greets you").Select(word => $"250-{word}\r\n")) + $"250 {features[^1]}";

    private async Task<bool> TakeAsync(Stream stream)
    {
        var message = new StringBuilder();
        while (await LineAsync(stream) is { } line)
        {
            if (line == ".")
            {
                Messages.Add(message.ToString());
                var answer = Answers.GetValueOrDefault(".", "250 2.0.0 taken");
                if (answer.Length > 0)
                    await SayAsync(stream, answer);
                return answer.Length > 0;
            }
            message.Append(line).Append("\r\n");
        }
        return false;
    }

    private Task SayAsync(Stream stream, string words) => stream.WriteAsync(Encoding.UTF8.GetBytes($"{words}\r\n"), _stop.Token).AsTask();

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }
}
