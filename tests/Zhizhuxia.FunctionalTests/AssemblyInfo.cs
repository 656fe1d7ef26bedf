// Two processors and one disk: portals of several classes at once would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
