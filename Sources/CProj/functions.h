// Every function of libproj that is used: F(its type, its name, its parameters, their names). Prototypes of PROJ 8 and 9.
F(void, geod_direct, (const struct geod_geodesic *g, double lat1, double lon1, double azi1, double s12, double
  *plat2, double *plon2, double *pazi2), (g, lat1, lon1, azi1, s12, plat2, plon2, pazi2))
F(double, geod_gendirect, (const struct geod_geodesic *g, double lat1, double lon1, double azi1, unsigned flags,
  double s12_a12, double *plat2, double *plon2, double *pazi2, double *ps12, double *pm12, double *pM12, double
  *pM21, double *pS12), (g, lat1, lon1, azi1, flags, s12_a12, plat2, plon2, pazi2, ps12, pm12, pM12, pM21,
  pS12))
F(double, geod_geninverse, (const struct geod_geodesic *g, double lat1, double lon1, double lat2, double lon2,
  double *ps12, double *pazi1, double *pazi2, double *pm12, double *pM12, double *pM21, double *pS12), (g, lat1,
  lon1, lat2, lon2, ps12, pazi1, pazi2, pm12, pM12, pM21, pS12))
F(void, geod_init, (struct geod_geodesic *g, double a, double f), (g, a, f))
F(void, geod_inverse, (const struct geod_geodesic *g, double lat1, double lon1, double lat2, double lon2, double
  *ps12, double *pazi1, double *pazi2), (g, lat1, lon1, lat2, lon2, ps12, pazi1, pazi2))
F(void, geod_polygon_addpoint, (const struct geod_geodesic *g, struct geod_polygon *p, double lat, double lon),
  (g, p, lat, lon))
F(unsigned, geod_polygon_compute, (const struct geod_geodesic *g, const struct geod_polygon *p, int reverse, int
  sign, double *pA, double *pP), (g, p, reverse, sign, pA, pP))
F(void, geod_polygon_init, (struct geod_polygon *p, int polylinep), (p, polylinep))
F(const char *, proj_as_wkt, (PJ_CONTEXT *ctx, const PJ *obj, PJ_WKT_TYPE type, const char *const *options),
  (ctx, obj, type, options))
F(PJ_CONTEXT *, proj_context_create, (void), ())
F(PJ_CONTEXT *, proj_context_destroy, (PJ_CONTEXT *ctx), (ctx))
F(int, proj_context_errno, (PJ_CONTEXT *ctx), (ctx))
F(const char *, proj_context_errno_string, (PJ_CONTEXT *ctx, int err), (ctx, err))
F(const char *, proj_context_get_database_metadata, (PJ_CONTEXT *ctx, const char *key), (ctx, key))
F(int, proj_context_set_enable_network, (PJ_CONTEXT *ctx, int enabled), (ctx, enabled))
F(void, proj_context_set_search_paths, (PJ_CONTEXT *ctx, int count_paths, const char *const *paths), (ctx,
  count_paths, paths))
F(PJ_COORD, proj_coord, (double x, double y, double z, double t), (x, y, z, t))
F(double, proj_coordoperation_get_accuracy, (PJ_CONTEXT *ctx, const PJ *obj), (ctx, obj))
F(int, proj_coordoperation_get_grid_used, (PJ_CONTEXT *ctx, const PJ *coordoperation, int index, const char
  **out_short_name, const char **out_full_name, const char **out_package_name, const char **out_url, int
  *out_direct_download, int *out_open_license, int *out_available), (ctx, coordoperation, index, out_short_name,
  out_full_name, out_package_name, out_url, out_direct_download, out_open_license, out_available))
F(int, proj_coordoperation_get_grid_used_count, (PJ_CONTEXT *ctx, const PJ *coordoperation), (ctx,
  coordoperation))
F(PJ *, proj_create, (PJ_CONTEXT *ctx, const char *definition), (ctx, definition))
F(PJ *, proj_create_crs_to_crs, (PJ_CONTEXT *ctx, const char *source_crs, const char *target_crs, PJ_AREA
  *area), (ctx, source_crs, target_crs, area))
F(PJ *, proj_create_crs_to_crs_from_pj, (PJ_CONTEXT *ctx, const PJ *source_crs, const PJ *target_crs, PJ_AREA
  *area, const char *const *options), (ctx, source_crs, target_crs, area, options))
F(PJ_OPERATION_FACTORY_CONTEXT *, proj_create_operation_factory_context, (PJ_CONTEXT *ctx, const char
  *authority), (ctx, authority))
F(PJ_OBJ_LIST *, proj_create_operations, (PJ_CONTEXT *ctx, const PJ *source_crs, const PJ *target_crs, const
  PJ_OPERATION_FACTORY_CONTEXT *operationContext), (ctx, source_crs, target_crs, operationContext))
F(PJ *, proj_crs_get_coordinate_system, (PJ_CONTEXT *ctx, const PJ *crs), (ctx, crs))
F(PJ *, proj_crs_get_sub_crs, (PJ_CONTEXT *ctx, const PJ *crs, int index), (ctx, crs, index))
F(int, proj_cs_get_axis_info, (PJ_CONTEXT *ctx, const PJ *cs, int index, const char **out_name, const char
  **out_abbrev, const char **out_direction, double *out_unit_conv_factor, const char **out_unit_name, const char
  **out_unit_auth_name, const char **out_unit_code), (ctx, cs, index, out_name, out_abbrev, out_direction,
  out_unit_conv_factor, out_unit_name, out_unit_auth_name, out_unit_code))
F(PJ *, proj_destroy, (PJ *P), (P))
F(const char *, proj_get_id_auth_name, (const PJ *obj, int index), (obj, index))
F(const char *, proj_get_id_code, (const PJ *obj, int index), (obj, index))
F(const char *, proj_get_name, (const PJ *obj), (obj))
F(PJ *, proj_get_source_crs, (PJ_CONTEXT *ctx, const PJ *obj), (ctx, obj))
F(PJ_TYPE, proj_get_type, (const PJ *obj), (obj))
F(PJ_OBJ_LIST *, proj_identify, (PJ_CONTEXT *ctx, const PJ *obj, const char *auth_name, const char *const
  *options, int **out_confidence), (ctx, obj, auth_name, options, out_confidence))
F(PJ_INFO, proj_info, (void), ())
F(void, proj_int_list_destroy, (int *list), (list))
F(int, proj_is_crs, (const PJ *obj), (obj))
F(void, proj_list_destroy, (PJ_OBJ_LIST *result), (result))
F(PJ *, proj_list_get, (PJ_CONTEXT *ctx, const PJ_OBJ_LIST *result, int index), (ctx, result, index))
F(int, proj_list_get_count, (const PJ_OBJ_LIST *result), (result))
F(void, proj_log_func, (PJ_CONTEXT *ctx, void *app_data, PJ_LOG_FUNCTION logf), (ctx, app_data, logf))
F(PJ_LOG_LEVEL, proj_log_level, (PJ_CONTEXT *ctx, PJ_LOG_LEVEL log_level), (ctx, log_level))
F(PJ *, proj_normalize_for_visualization, (PJ_CONTEXT *ctx, const PJ *obj), (ctx, obj))
F(void, proj_operation_factory_context_destroy, (PJ_OPERATION_FACTORY_CONTEXT *ctx), (ctx))
F(void, proj_operation_factory_context_set_grid_availability_use, (PJ_CONTEXT *ctx, PJ_OPERATION_FACTORY_CONTEXT
  *factory_ctx, PROJ_GRID_AVAILABILITY_USE use), (ctx, factory_ctx, use))
F(void, proj_operation_factory_context_set_spatial_criterion, (PJ_CONTEXT *ctx, PJ_OPERATION_FACTORY_CONTEXT
  *factory_ctx, PROJ_SPATIAL_CRITERION criterion), (ctx, factory_ctx, criterion))
F(PJ_PROJ_INFO, proj_pj_info, (PJ *P), (P))
F(PJ_COORD, proj_trans, (PJ *P, PJ_DIRECTION direction, PJ_COORD coord), (P, direction, coord))
F(size_t, proj_trans_generic, (PJ *P, PJ_DIRECTION direction, double *x, size_t sx, size_t nx, double *y, size_t
  sy, size_t ny, double *z, size_t sz, size_t nz, double *t, size_t st, size_t nt), (P, direction, x, sx, nx, y,
  sy, ny, z, sz, nz, t, st, nt))
F(PJ *, proj_trans_get_last_used_operation, (PJ *P), (P))
