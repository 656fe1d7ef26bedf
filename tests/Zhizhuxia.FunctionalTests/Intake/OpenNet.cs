using System.Net;
using System.Net.Sockets;
using Zhizhuxia.Intake;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>
/// The Internet as a fetcher sees it: names by a table, the two public addresses lead to a scripted server, and every other address, whatever it is,
/// to a canary on 127.0.0.1 or ::1. A name that is not in the table is the canary's.
/// </summary>
internal sealed class OpenNet : IAsyncDisposable
{
    public static readonly IPAddress Public4 = IPAddress.Parse("93.184.215.14");
    public static readonly IPAddress Public6 = IPAddress.Parse("2606:2800:21f:cb07:6820:80da:af6b:8b2c");

    private readonly ScriptedServer _server;
    private readonly ScriptedServer _canary4 = new(IPAddress.Loopback, (_, _, _) => Task.CompletedTask);
    private readonly ScriptedServer _canary6 = new(IPAddress.IPv6Loopback, (_, _, _) => Task.CompletedTask);
    private readonly Dictionary<string, Queue<IPAddress[]>> _names = [];

    public OpenNet() : this(OpenPages.AnswerAsync)
    {
    }

    public OpenNet(Func<string, Stream, CancellationToken, Task> answer)
    {
        _server = new(IPAddress.Loopback, answer);
        Name("open.example.org", [Public4]);
        Name("six.example.org", [Public6]);
        Network = new((host, _) => Task.FromResult(Resolve(host)), ConnectAsync);
        Fetcher = new(Network, TimeProvider.System);
    }

    public LinkFetcherNetwork Network { get; }

    public LinkFetcher Fetcher { get; }

    public int Visits => _server.Visits;

    public int Canary => _canary4.Visits + _canary6.Visits;

    /// <param name="answers">One for each time it is asked; the last one stays.</param>
    public void Name(string host, params IPAddress[][] answers) => _names[host] = new(answers);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _canary4.DisposeAsync();
        await _canary6.DisposeAsync();
    }

    private IPAddress[] Resolve(string host)
    {
        if (!_names.TryGetValue(host, out var answers))
            return IPAddress.TryParse(host, out var literal) ? [literal] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
    }

    private async ValueTask<Stream> ConnectAsync(IPEndPoint target, CancellationToken ct)
    {
        var isOpen = target.Address.Equals(Public4) || target.Address.Equals(Public6);
        var house = target.AddressFamily is AddressFamily.InterNetworkV6 ? _canary6 : _canary4;
        return await LinkFetcherNetwork.Internet.Connect((isOpen ? _server : house).EndPoint, ct);
    }
}
