using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Portal.Data;

public static class DataCapability
{
    /// <summary>Registers the database behind <paramref name="connectionString"/>; <see cref="Postgres.SqlMigrator"/> must have run on it.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).EnableDynamicJson().Build());
        services.AddDbContextFactory<PortalDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<PortalDatabase>();
        return services;
    }
}
