using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>A running portal with its people signed in. Jobs do not run: what they would have made is put there by the tests.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private readonly Dictionary<string, DeskClient> _people = [];
    private PortalProcess? _portal;

    internal PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    internal DeskClient Wang => _people["王编辑"];

    internal DeskClient Li => _people["李主任"];

    internal DeskClient Zhao => _people["赵总编"];

    internal DeskClient Fang => _people["方编辑"];

    /// <summary>Holds every reviewing role.</summary>
    internal DeskClient Sun => _people["孙全能"];

    internal DeskClient Administrator => _people["管理员"];

    internal DeskClient Finance => _people["财务"];

    internal DeskClient Clerk => _people["编务"];

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _portal = await PortalProcess.StartAsync(DeskClient.Settings, ct);
        foreach (var (name, roles) in People)
            _people[name] = await DeskClient.SignInAsync(_portal, name, ct, roles);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
            person.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    /// <summary>Puts a piece into the portal's database.</summary>
    internal async Task<Submission> AddAsync(Submission piece, CancellationToken ct)
    {
        await using var db = Portal.Data.OpenDb();
        await db.KeepAsync(piece, ct);
        return piece;
    }

    internal async Task<Submission> SeeAsync(Guid id, CancellationToken ct)
    {
        await using var db = Portal.Data.OpenDb();
        return (await db.LoadAsync(id, ct))!;
    }

    private static IEnumerable<(string Name, Role[] Roles)> People =>
    [
        ("王编辑", [Role.Editor1]), ("李主任", [Role.Editor2]), ("赵总编", [Role.Editor3]), ("方编辑", [Role.Publisher]),
        ("孙全能", [Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher]),
        ("管理员", [Role.Administrator]), ("财务", [Role.Finance]), ("编务", [Role.Desk]),
    ];
}
