using System.Reflection;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Architecture;

public sealed class RuleSpecs
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Product = typeof(Short).Assembly;

    private static readonly Type[] Stages = [.. Product.GetTypes().Where(type => type.IsClass && typeof(IStage).IsAssignableFrom(type))];

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong = Repository.Sources("src").Concat(Repository.Sources("tests"))
            .Where(path => File.ReadLines(path).Count() > 400)
            .Select(path => Path.GetRelativePath(Repository.Root, path));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void There_are_five_stages_each_in_a_folder_of_its_own()
    {
        Assert.Equal(5, Stages.Length);
        Assert.Equal(5, Stages.Select(stage => stage.Namespace).Distinct().Count());
    }

    [Fact]
    public void A_stage_sees_the_records_of_other_stages_and_never_their_classes()
    {
        var records = ReachableFrom(typeof(Short));
        var stageNamespaces = Stages.Select(stage => stage.Namespace!).ToArray();
        var violations =
            from type in Product.GetTypes()
            let own = stageNamespaces.FirstOrDefault(name => IsIn(type, name))
            where own is not null
            from used in SignatureTypes(type)
            where stageNamespaces.Any(name => name != own && IsIn(used, name)) && !records.Contains(used) && !used.IsValueType
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(violations.Distinct());
    }

    [Fact]
    public void The_pipeline_knows_no_stage()
    {
        var violations =
            from type in Product.GetTypes()
            where type.Namespace == typeof(ShortPipeline).Namespace
            from used in SignatureTypes(type)
            where Stages.Contains(used)
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(violations);
    }

    [Fact]
    public void Only_the_resources_project_starts_processes_or_asks_for_temporary_paths()
    {
        var violations =
            from path in Repository.Sources("src")
            where !path.Contains("ShortsFactory.Resources", StringComparison.Ordinal)
            from line in File.ReadLines(path)
            where line.Contains("CliWrap", StringComparison.Ordinal)
                || line.Contains(" Process.Start", StringComparison.Ordinal)
                || line.Contains("GetTempPath", StringComparison.Ordinal)
            select $"{Path.GetFileName(path)}: {line.Trim()}";

        Assert.Empty(violations);
    }

    [Fact]
    public void Nothing_is_hidden_in_regions_or_put_off_with_a_mark()
    {
        string[] marks = ["#region", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];
        var violations =
            from path in Repository.Sources("src").Concat(Repository.Sources("tests"))
            where !path.EndsWith(nameof(RuleSpecs) + ".cs", StringComparison.Ordinal)
            from line in File.ReadLines(path)
            where marks.Any(mark => line.Contains(mark, StringComparison.Ordinal))
            select $"{Path.GetFileName(path)}: {line.Trim()}";

        Assert.Empty(violations);
    }

    private static bool IsIn(Type type, string name) =>
        type.Namespace == name || (type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) ?? false);

    private static HashSet<Type> ReachableFrom(Type root)
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>([root]);
        while (open.TryDequeue(out var type))
        {
            foreach (var part in Parts(type).Where(part => part.Assembly == Product && found.Add(part)))
            {
                foreach (var property in part.GetProperties())
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        return found;
    }

    private static IEnumerable<Type> SignatureTypes(Type type) =>
        type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
}
