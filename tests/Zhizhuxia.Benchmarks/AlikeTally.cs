namespace Zhizhuxia.Benchmarks;

/// <summary>How many copies of a kind were found.</summary>
internal sealed class AlikeTally(string name)
{
    private int _all;
    private int _found;
    private int _strong;

    public string Name => name;

    public double Recall => _all == 0 ? 0 : (double)_found / _all;

    public void Add(bool found, bool strong) => (_all, _found, _strong) = (_all + 1, _found + (found ? 1 : 0), _strong + (strong ? 1 : 0));

    public override string ToString() => $"{name}: {_found} of {_all} found, {_strong} must be decided";
}
